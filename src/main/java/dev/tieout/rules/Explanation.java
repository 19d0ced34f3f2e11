package dev.tieout.rules;

import java.util.List;
import java.util.Map;

/**
 * How a table comes to its decision about one fact.
 *
 * @param fact the fact by condition column, in the table's order
 * @param rows every row, in the table's order
 * @param decided the row that won: the first that holds; 0 when none does
 */
public record Explanation(PinnedTable table, Map<String, String> fact, List<RowVerdict> rows, int decided) {

    public Explanation {
        rows = List.copyOf(rows);
    }

    /**
     * One row's verdict.
     *
     * @param holds every cell holds, so the row would take the fact
     * @param cells those that ask something
     * @param answer what the row says of what it takes
     */
    public record RowVerdict(int row, String description, boolean holds, List<CellVerdict> cells, String answer) {

        public RowVerdict {
            cells = List.copyOf(cells);
        }
    }

    /** One cell's: what it asks, and whether the fact's value meets it. */
    public record CellVerdict(String column, String asks, String value, boolean holds) {}
}
