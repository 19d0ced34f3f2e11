package dev.tieout.reconciliation;

import java.math.BigDecimal;
import java.util.List;

/**
 * How long the open variances of a close have been open, in days of the policy's time zone.
 *
 * @param slaDays days that the policy gives until a variance is due
 * @param overdue open ones past their due date
 * @param oldest days open of the oldest; 0 when none is open
 */
public record Aging(List<Bucket> buckets, int slaDays, long overdue, long oldest) {

    public Aging {
        buckets = List.copyOf(buckets);
    }

    /**
     * Variances of about one age.
     *
     * @param from days open, inclusive
     * @param to inclusive; {@link Integer#MAX_VALUE} for the last
     * @param amount in the reporting currency, at the opening rate
     */
    public record Bucket(int from, int to, long count, BigDecimal amount) {}
}
