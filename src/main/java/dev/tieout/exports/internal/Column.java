package dev.tieout.exports.internal;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of an exported table, the same in CSV and in a workbook.
 *
 * @param name in CSV
 * @param heading in a workbook
 * @param width in characters
 * @param value null leaves the cell empty
 */
record Column<T>(String name, String heading, Kind kind, int width, Function<T, @Nullable Object> value) {

    /** What a cell is, which decides its type and format. */
    enum Kind {
        /** A string, never a formula. */
        TEXT,
        /** A {@link java.math.BigDecimal} in the currency of the version. */
        AMOUNT,
        /** A {@link java.math.BigDecimal} of six decimals: 1 is 100 %. */
        RATIO,
        /** A whole number. */
        COUNT,
        /** A boolean. */
        FLAG,
        /** A {@link java.time.LocalDateTime}. */
        TIME
    }
}
