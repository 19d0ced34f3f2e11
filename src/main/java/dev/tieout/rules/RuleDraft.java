package dev.tieout.rules;

import java.util.List;

/**
 * A version with everything that one needs to go on writing it.
 *
 * @param edition counts its changes; hand it back when saving, so that nobody undoes another's work unseen
 * @param rows as written: a cell of a draft may be malformed, and then stands among the faults
 */
public record RuleDraft(
        RuleTableVersion version, long edition, List<ColumnGuide> columns, List<Row> rows, RuleAnalysis analysis) {

    public RuleDraft {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * One row as a person writes it. Its number is its position.
     *
     * @param cells one for each column, in their order
     */
    public record Row(String description, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }
}
