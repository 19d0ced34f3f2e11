package dev.tieout.sources.internal;

import java.util.Locale;

/** What a cell of a file can mean to Tieout; each is a column of the staging table of the same name, lower case. */
enum Field {
    ACCOUNT("text"),
    SUBSCRIPTION("text"),
    PRODUCT("text"),
    /** Checked against the close and not kept. */
    PERIOD("text"),
    AMOUNT("numeric"),
    CURRENCY("text"),
    STATUS("text"),
    QUANTITY("numeric"),
    DISCOUNT("numeric"),
    /** The other system's own name of the row: a posting's entry id. */
    REFERENCE("text"),
    POSTED_AT("timestamptz"),
    POSTED_ON("date"),
    /** The period that a posting belongs to, by its date and the cutoff. */
    BELONGS_TO("text"),
    GL_ACCOUNT("text"),
    OPENING_RATE("numeric"),
    CLOSING_RATE("numeric"),
    NAME("text"),
    PARENT("text"),
    STARTED_ON("date"),
    FIRST_ACTIVE_ON("date"),
    CHURNED_ON("date"),
    /** Every column that a profile for accounts does not name, as JSON; a blank cell is null. */
    ATTRIBUTES("jsonb");

    private final String sqlType;

    Field(String sqlType) {
        this.sqlType = sqlType;
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    String sqlType() {
        return sqlType;
    }
}
