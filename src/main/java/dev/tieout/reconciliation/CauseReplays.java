package dev.tieout.reconciliation;

import dev.tieout.rules.PinnedTable;

/**
 * Asks two versions of the variance table about everything that differs in a close, side by side. The legs are compared as the close
 * stands now, which for a final close is as it was published; nothing is written but a table of the running transaction.
 */
public interface CauseReplays {

    /**
     * What a replay leaves in its transaction: a row for each difference. {@code account}, {@code currency}, {@code amount}, {@code
     * reported_amount} in the reporting currency, {@code was} and {@code was_row} by the one version, {@code becomes} and {@code
     * becomes_row} by the other.
     */
    String REPLAYED = "replayed_cause";

    /** Replays a close, in place of what this transaction replayed before. */
    void replay(long closeId, PinnedTable base, PinnedTable other);
}
