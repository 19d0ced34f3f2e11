package dev.tieout.reconciliation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The three legs of one account in one currency, side by side, as the rows stand now.
 *
 * @param amount the largest of the three pairwise differences, absolute, in the currency
 * @param tolerance up to which a difference is none: the larger of the policy's two, in the currency; null without an exchange rate
 * @param variance its variance, when one has been opened
 */
public record AccountLegs(
        String account,
        String name,
        String currency,
        BigDecimal billing,
        BigDecimal ledger,
        BigDecimal retained,
        BigDecimal amount,
        @Nullable BigDecimal tolerance,
        Standing standing,
        @Nullable Long variance,
        Variance.@Nullable State state) {

    /** How the legs compare. */
    public enum Standing {
        /** All three are equal. */
        EQUAL,
        /** They differ by no more than the tolerance. */
        WITHIN_TOLERANCE,
        DIFFERS,
        /** Taken out of the period's numbers, and of all three legs in total. */
        EXCLUDED
    }

    /** Which accounts to show. */
    public enum Which {
        ALL,
        /** Those with a variance that is not cleared. */
        DIFFERING
    }
}
