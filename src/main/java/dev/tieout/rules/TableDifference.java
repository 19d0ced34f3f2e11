package dev.tieout.rules;

import dev.tieout.rules.internal.PairedRows;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two versions of a table side by side, row by row. Rows have no identity of their own: equal ones are the same row, and of the others
 * those belong together that are most alike.
 *
 * @param columns the labels of both versions; one that a version lacks has empty cells there
 * @param rows in the order of the later version, and those that are gone where they stood
 */
public record TableDifference(RuleTableVersion from, RuleTableVersion to, List<String> columns, List<Row> rows) {

    public TableDifference {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Sets two versions of one table side by side. */
    public static TableDifference of(RuleTableContent from, RuleTableContent to) {
        return PairedRows.difference(from, to);
    }

    /** Rows that are not what they were: changed, added, removed or moved. */
    public long differing() {
        return rows.stream().filter(Row::differs).count();
    }

    /** What became of a row. */
    public enum Kind {
        SAME,
        CHANGED,
        ADDED,
        REMOVED
    }

    /**
     * One row in both versions.
     *
     * @param moved stands before or after rows that it did not stand before or after; the first row that matches wins, so this can
     *     decide otherwise with every cell as it was
     * @param from null for an added row
     * @param to null for a removed row
     * @param changed the labels of the cells that are not what they were; of a changed row only
     * @param described whether what it is for is worded otherwise, which decides nothing
     */
    public record Row(
            Kind kind,
            boolean moved,
            @Nullable Side from,
            @Nullable Side to,
            Set<String> changed,
            boolean described) {

        public Row {
            changed = Set.copyOf(changed);
        }

        public boolean differs() {
            return kind != Kind.SAME || moved || described;
        }
    }

    /**
     * A row in one version.
     *
     * @param cells one for each label of {@link TableDifference#columns}
     */
    public record Side(int row, String description, List<String> cells, String sentence) {

        public Side {
            cells = List.copyOf(cells);
        }
    }
}
