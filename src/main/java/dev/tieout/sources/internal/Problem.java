package dev.tieout.sources.internal;

/** What was wrong in one cell, or with the row as a whole. */
record Problem(String column, String value, String reason) {

    /** Stands for the column when the row as a whole is wrong. */
    static final String WHOLE_ROW = "(row)";
}
