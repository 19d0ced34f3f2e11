package dev.tieout.evidence.format;

/**
 * A column of a file in the pack.
 *
 * @param summed whether the manifest holds the column's exact sum, over all rows and currencies
 */
public record Column(String name, Kind kind, boolean summed) {

    /** What its cells hold; {@link Cell} writes and reads them. An empty cell is null, whatever the kind. */
    public enum Kind {
        /** Any text, made inert for spreadsheets. A single apostrophe is the empty text where the column may also be null. */
        TEXT,
        /** A word of a fixed list, a hash or an identifier of Tieout's own: never inert, as it begins with a letter or digit. */
        WORD,
        /** Text that is never null: an empty cell is the empty text. */
        KEY,
        /** A plain decimal, {@code -12.5000}, with the decimals that the database keeps. */
        DECIMAL,
        /** A whole number. */
        WHOLE,
        /** {@code true} or {@code false}. */
        FLAG,
        /** RFC 3339 in UTC, to the microsecond: {@code 2026-11-01T09:30:00.123456Z}. */
        TIME,
        /** {@code 2026-11-01}. */
        DATE
    }

    static Column text(String name) {
        return new Column(name, Kind.TEXT, false);
    }

    static Column word(String name) {
        return new Column(name, Kind.WORD, false);
    }

    static Column key(String name) {
        return new Column(name, Kind.KEY, false);
    }

    static Column decimal(String name) {
        return new Column(name, Kind.DECIMAL, false);
    }

    /** A decimal whose sum the manifest holds. */
    static Column amount(String name) {
        return new Column(name, Kind.DECIMAL, true);
    }

    static Column whole(String name) {
        return new Column(name, Kind.WHOLE, false);
    }

    static Column flag(String name) {
        return new Column(name, Kind.FLAG, false);
    }

    static Column time(String name) {
        return new Column(name, Kind.TIME, false);
    }

    static Column date(String name) {
        return new Column(name, Kind.DATE, false);
    }
}
