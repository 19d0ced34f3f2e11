package dev.tieout.reconciliation;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The retained balance of a close from one end of the period to the other, and where its beginning comes from: beginning, additions,
 * releases and exchange rates give the ending; the previous publication's closing and the steps give the beginning. Excluded accounts
 * are in none of it.
 *
 * @param currency the close's reporting currency, of every amount but the previous closing
 * @param previous the publication that the period opens from; null for the first period, which opens from its file
 * @param steps what lies between the previous closing and the beginning; none that is zero for every account
 * @param additions gross increases, at least zero
 * @param releases gross decreases, at least zero
 * @param untiedAccounts accounts whose balance does not roll forward
 * @param untied the largest of them, up to {@link #NAMED}
 */
public record RollForward(
        String currency,
        @Nullable Previous previous,
        List<Step> steps,
        BigDecimal beginning,
        BigDecimal additions,
        BigDecimal releases,
        BigDecimal fx,
        BigDecimal ending,
        long untiedAccounts,
        List<Untied> untied) {

    /** So many accounts are named. */
    public static final int NAMED = 100;

    public RollForward {
        steps = List.copyOf(steps);
        untied = List.copyOf(untied);
    }

    /** Every account begins with what the previous publication closed with, but for steps with a known reason, and adds up to its ending. */
    public boolean ties() {
        return untiedAccounts == 0;
    }

    /**
     * The latest version of the period before.
     *
     * @param currency of {@code closing}; another than the close's when the policy has changed its reporting currency in between
     */
    public record Previous(String period, int version, String currency, BigDecimal closing) {}

    /** One reason for which a beginning is not the previous closing. */
    public record Step(Kind kind, BigDecimal amount, long accounts) {}

    /**
     * An account that does not roll forward.
     *
     * @param previousClosing as published
     * @param difference what no reason explains; the larger part when there is more than one
     */
    public record Untied(
            String account,
            String name,
            BigDecimal previousClosing,
            BigDecimal beginning,
            BigDecimal difference,
            Kind kind) {}

    /** Why a beginning is not the previous closing. */
    public enum Kind {
        /** The same native balance, opened at another rate than it was published at. */
        RATE_CHANGE,
        /** The policy reports in another currency since. */
        CURRENCY_CHANGE,
        /** Excluded from the previous period's numbers, and carried over. */
        EXCLUDED_BEFORE,
        /** Excluded from this period's numbers. */
        EXCLUDED_NOW,
        /** The previous period was restated after this one opened, and this one's opening has not followed. */
        CORRECTED_SINCE,
        /** Nothing explains it. */
        UNTIED,
        /** Beginning, additions, releases and exchange rates do not give the ending. */
        NOT_ADDING_UP;

        /** A reason that a beginning may have; the others keep the roll-forward from tying. */
        public boolean explains() {
            return this == RATE_CHANGE || this == CURRENCY_CHANGE || this == EXCLUDED_BEFORE || this == EXCLUDED_NOW;
        }
    }
}
