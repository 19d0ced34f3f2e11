package dev.tieout.rules.internal;

import dev.tieout.rules.Explanation;
import dev.tieout.rules.Explanation.CellVerdict;
import dev.tieout.rules.Explanation.RowVerdict;
import dev.tieout.rules.PinnedTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Asks every cell of a table about one fact. The same reading of cells as the analysis, which is held against the engine. */
final class RowVerdicts {

    private final DecisionTable table;
    private final Space space;

    RowVerdicts(DecisionTable table) {
        this.table = table;
        this.space = Space.of(table.schema());
    }

    Explanation of(int version, List<Long> fact) {
        var rows = table.rows().stream().map(row -> verdict(row, fact)).toList();
        int decided = rows.stream()
                .filter(RowVerdict::holds)
                .mapToInt(RowVerdict::row)
                .findFirst()
                .orElse(0);
        return new Explanation(new PinnedTable(table.name(), version), Witness.words(space, fact), rows, decided);
    }

    private RowVerdict verdict(DecisionTable.Row row, List<Long> fact) {
        var cells = new ArrayList<CellVerdict>();
        for (int i = 0; i < space.columns().size(); i++) {
            var column = space.columns().get(i);
            var cell = row.cells().get(i);
            if (!cell.text().isEmpty()) {
                long value = fact.get(i);
                boolean holds = CellValues.taken(cell, column).holds(value);
                cells.add(new CellVerdict(column.label(), cell.text(), CellValues.text(value, column), holds));
            }
        }
        return new RowVerdict(
                row.number(), row.description(), cells.stream().allMatch(CellVerdict::holds), cells, answer(row));
    }

    private String answer(DecisionTable.Row row) {
        return row.cells().subList(space.columns().size(), row.cells().size()).stream()
                .map(Cell::text)
                .filter(text -> !text.isEmpty() && !text.equals("no"))
                .map(text -> text.equals("yes") ? "for review" : Phrase.plain(text))
                .collect(Collectors.joining(", "));
    }
}
