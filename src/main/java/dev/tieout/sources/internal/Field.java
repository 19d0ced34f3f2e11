package dev.tieout.sources.internal;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a cell of a file can mean to Tieout. Those with a type are kept: each is a column of the staging table of the same name, lower case.
 * The others are only worked with while the row is read.
 */
enum Field {
    ACCOUNT("text"),
    SUBSCRIPTION("text"),
    PRODUCT("text"),
    /** Checked against the close and not kept. */
    PERIOD(null),
    AMOUNT("numeric"),
    CURRENCY("text"),
    STATUS("text"),
    QUANTITY("numeric"),
    DISCOUNT("numeric"),
    /** The other system's own name of the row: a posting's entry id. */
    REFERENCE("text"),
    /** When billing posted the row; under a policy that goes by the ledger, when the ledger did. */
    POSTED_AT("timestamptz"),
    /** The cell that placed the row in its period, as the file writes it; nothing where that is what was read from it. */
    PLACED_VALUE("text"),
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
    ATTRIBUTES("jsonb"),
    /** Of a corrected row: the line of the rejected one. */
    CORRECTS("bigint"),
    /** What sort of change an event is, in the file's own word. */
    KIND("text"),
    /** When a change took effect; places an event that was not posted. */
    EFFECTIVE_AT("timestamptz"),
    /** What a line recurred at before an event. */
    BEFORE("numeric"),
    /** What an event adds to a line, or takes off it. */
    CHANGE("numeric"),
    /** What a line recurs at after an event. */
    AFTER("numeric"),
    QUANTITY_CHANGE("numeric"),
    /** The header of the column whose moment put an event into its period. */
    PLACED_BY("text"),
    /** The account that an account or line goes on as. */
    NEW_ACCOUNT("text"),
    NEW_SUBSCRIPTION("text"),
    NEW_PRODUCT("text"),
    OLD_SYSTEM("text"),
    NEW_SYSTEM("text"),
    /** The period from which on it does. */
    EFFECTIVE_FROM("text"),

    /** An amount on the left side; the row's amount is credit less debit. */
    DEBIT(null),
    CREDIT(null),
    /** The name of the account on the left side; the row's amount counts by the profile's revenue accounts. */
    DEBIT_ACCOUNT(null),
    CREDIT_ACCOUNT(null),
    /** A plan whose interval the profile knows. */
    PLAN(null),
    INTERVAL_UNIT(null),
    INTERVAL_LENGTH(null),
    /** Whether the line is billed by use. */
    METERED(null),
    /** When a subscription that has ended ended; at or after the cutoff it was still active. */
    ENDED_AT(null),
    /** When its trial ends; at or after the cutoff it was one. */
    TRIAL_ENDS_AT(null),
    /** When the term of a subscription ends: a pending renewal is carried for the policy's days of grace after it. */
    TERM_ENDS_AT(null),
    /** When the ledger posted the row of a billing file. */
    LEDGER_POSTED_AT(null),
    /** When this version of a line was followed by another; before the cutoff it says nothing of the close. */
    REPLACED_AT(null),
    /** Whether the row's accounting period can still change. */
    OPEN(null);

    private static final Set<Field> OF_EVENTS =
            EnumSet.of(KIND, EFFECTIVE_AT, BEFORE, CHANGE, AFTER, QUANTITY_CHANGE, PLACED_BY);

    private static final Set<Field> OF_MOVES =
            EnumSet.of(NEW_ACCOUNT, NEW_SUBSCRIPTION, NEW_PRODUCT, OLD_SYSTEM, NEW_SYSTEM, EFFECTIVE_FROM);

    /** Those that are kept of change events, in the order of the staging table. */
    static final List<Field> STAGED_EVENTS = kept(OF_MOVES);

    /** Those that are kept of moves from one billing system to another. */
    static final List<Field> STAGED_MOVES = kept(OF_EVENTS);

    /** Those that are kept of everything else. */
    static final List<Field> STAGED =
            STAGED_EVENTS.stream().filter(field -> !OF_EVENTS.contains(field)).toList();

    private final @Nullable String sqlType;

    Field(@Nullable String sqlType) {
        this.sqlType = sqlType;
    }

    private static List<Field> kept(Set<Field> without) {
        return Arrays.stream(values())
                .filter(field -> field.sqlType != null && !without.contains(field))
                .toList();
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Nullable
    String sqlType() {
        return sqlType;
    }
}
