package dev.tieout.reconciliation;

import java.util.List;

/** Whether every open variance of a close has somebody who answers for it in time. */
public interface VarianceOwnership {

    Counts of(long closeId);

    /**
     * Open variances, those with a proposed explanation among them.
     *
     * @param unowned without an owner
     * @param overdue past their due date in the policy's time zone
     * @param named accounts of variances that are unowned or overdue, in their order, at most 20; {@code *} for all accounts together
     */
    record Counts(long open, long unowned, long overdue, List<String> named) {

        public Counts {
            named = List.copyOf(named);
        }
    }
}
