package dev.tieout.sources.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of a file, as read: values in the database's own text form, and what was wrong with it. */
final class StagedRow {

    private final long line;
    private final List<String> cells;
    private final Map<Field, String> values = new EnumMap<>(Field.class);
    private final List<Problem> problems = new ArrayList<>(0);
    private @Nullable String leftOut;

    StagedRow(long line, List<String> cells) {
        this.line = line;
        this.cells = cells;
    }

    long line() {
        return line;
    }

    @Nullable
    String value(Field field) {
        return values.get(field);
    }

    void set(Field field, @Nullable String value) {
        if (value == null) {
            values.remove(field);
        } else {
            values.put(field, value);
        }
    }

    void problem(String column, String value, String reason) {
        problems.add(new Problem(column, value, reason));
    }

    /** Empty for a row that can be taken in. */
    List<Problem> problems() {
        return problems;
    }

    /** The row is no data of this close; where nothing is said, the first to say so is right. */
    void leaveOut(String because) {
        if (leftOut == null) {
            leftOut = because;
        }
    }

    /** Why the row is left out; null for a row that counts. */
    @Nullable
    String leftOut() {
        return leftOut;
    }

    /** The row's cells again as a record of CSV, for whoever mends it. */
    String text() {
        return CsvRecord.of(cells);
    }
}
