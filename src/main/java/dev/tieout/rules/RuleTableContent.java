package dev.tieout.rules;

import java.util.List;

/**
 * One version of a table with its rows.
 *
 * @param columns labels of the cells of every row
 * @param rows in their order; the first that matches wins
 * @param csv the content as kept, header rows included
 */
public record RuleTableContent(RuleTableVersion version, List<String> columns, List<Row> rows, String csv) {

    /**
     * One row.
     *
     * @param row its position from 1
     * @param cells one for each column, as kept; empty means any
     * @param sentence the row in words
     */
    public record Row(int row, String description, List<String> cells, String sentence) {}
}
