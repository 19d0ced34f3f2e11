package dev.tieout.learning.internal;

import dev.tieout.learning.ProposedRow;
import dev.tieout.learning.ProposedRow.Placement;
import dev.tieout.rules.ColumnGuide;
import dev.tieout.rules.ColumnGuide.Part;
import dev.tieout.rules.RuleDraft;
import dev.tieout.rules.RuleDraft.Row;
import dev.tieout.terms.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A version of the movement table as its rows are written, and a proposed row put into it. */
record TableInWriting(List<ColumnGuide> columns, List<Row> rows) {

    private static final String YES = "yes";

    static TableInWriting of(RuleDraft version) {
        return new TableInWriting(version.columns(), version.rows());
    }

    /** What a row asks, by column; of row 0 nothing. Cells that ask nothing are left out. */
    Map<String, String> conditions(int row) {
        var cells = new LinkedHashMap<String, String>();
        for (int i = 0; row > 0 && i < columns.size(); i++) {
            String cell = rows.get(row - 1).cells().get(i);
            if (columns.get(i).part() == Part.CONDITION && !cell.isEmpty()) {
                cells.put(columns.get(i).label(), cell);
            }
        }
        return cells;
    }

    boolean marksForReview(int row) {
        for (int i = 0; row > 0 && i < columns.size(); i++) {
            if (columns.get(i).part() == Part.MARK
                    && rows.get(row - 1).cells().get(i).equals(YES)) {
                return true;
            }
        }
        return false;
    }

    /** Where a row of another version stands here; empty when no row is written like it. */
    OptionalInt find(Row row) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).cells().equals(row.cells())) {
                return OptionalInt.of(i + 1);
            }
        }
        return OptionalInt.empty();
    }

    /** The rows with a proposed one among them, {@code row} being the one that it stands before or in the place of. */
    List<Row> with(ProposedRow proposed, int row, String description) {
        var written = new Row(description, cells(proposed));
        var all = new ArrayList<>(rows);
        if (proposed.placement() == Placement.LAST) {
            all.add(written);
        } else if (proposed.placement() == Placement.INSTEAD) {
            all.set(row - 1, written);
        } else {
            all.add(row - 1, written);
        }
        return all;
    }

    /** A proposed row as it is written. */
    List<String> cells(ProposedRow proposed) {
        return columns.stream().map(column -> cell(column, proposed)).toList();
    }

    private static String cell(ColumnGuide column, ProposedRow proposed) {
        if (column.part() == Part.CONDITION) {
            return proposed.conditions().getOrDefault(column.label(), "");
        }
        var reason = proposed.to().reason();
        return switch (column.label()) {
            case "class" -> proposed.to().movementClass().name();
            case "reason" -> (reason == null ? Reason.OTHER : reason).name();
            default -> proposed.review() ? YES : "";
        };
    }
}
