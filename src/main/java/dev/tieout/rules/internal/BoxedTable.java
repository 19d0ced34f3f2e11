package dev.tieout.rules.internal;

import dev.tieout.rules.internal.Column.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * A table as boxes in the space of its facts: asked about facts without compiling it. The same reading as the analysis, which is held
 * against the engine.
 */
record BoxedTable(DecisionTable table, Space space, List<Box> boxes) {

    static BoxedTable of(DecisionTable table) {
        var space = Space.of(table.schema());
        return new BoxedTable(
                table, space, table.rows().stream().map(space::boxOf).toList());
    }

    /** The number of the row that takes a fact, from 1; 0 when none does. */
    int winner(List<Long> fact) {
        return winner(fact.stream().mapToLong(Long::longValue).toArray(), 0);
    }

    /** The same of the fact whose values begin at a position. */
    int winner(long[] facts, int at) {
        for (int row = 0; row < boxes.size(); row++) {
            if (boxes.get(row).holds(facts, at)) {
                return row + 1;
            }
        }
        return 0;
    }

    /** What the row of that number answers. */
    String answer(int number) {
        var cells = table.rows().get(number - 1).cells();
        var said = new ArrayList<String>();
        for (int i = 0; i < cells.size(); i++) {
            var column = table.schema().columns().get(i);
            if (column.kind() == Kind.ANSWER) {
                said.add(cells.get(i).text());
            } else if (column.kind() == Kind.MARK && cells.get(i).text().equals("yes")) {
                said.add("for " + column.label());
            }
        }
        return String.join(", ", said);
    }
}
