package dev.tieout.reconciliation;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The three legs of one currency in total, as compared last.
 *
 * @param accounts accounts present in any leg
 * @param differing accounts whose legs differ above tolerance
 * @param retainedFrom whether the third leg came from a report or is Tieout's own ending balance
 */
public record TieOut(
        String currency,
        long accounts,
        BigDecimal billing,
        BigDecimal ledger,
        BigDecimal retained,
        RetainedFrom retainedFrom,
        long differing,
        Instant comparedAt) {

    /** Where the third leg comes from. */
    public enum RetainedFrom {
        REPORT,
        TIEOUT
    }
}
