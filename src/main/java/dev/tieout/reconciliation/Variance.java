package dev.tieout.reconciliation;

import dev.tieout.rules.VarianceCause;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A difference between the three legs of an account above tolerance.
 *
 * @param account its id, or {@code *} for all accounts together when each agrees within tolerance and their sums do not
 * @param amount the largest of the three pairwise differences, absolute, in the currency
 * @param cause as a person says it, at first as suggested
 * @param suggested as row {@code ruleRow} of version {@code ruleVersion} of the variance table suggests it; row 0 for none
 * @param clearedAt when new data made the legs agree; null unless CLEARED
 */
public record Variance(
        long id,
        long closeId,
        String account,
        String accountName,
        String currency,
        BigDecimal billing,
        BigDecimal ledger,
        BigDecimal retained,
        BigDecimal amount,
        VarianceCause cause,
        VarianceCause suggested,
        int ruleVersion,
        int ruleRow,
        @Nullable String owner,
        LocalDate dueOn,
        State state,
        @Nullable String explanation,
        @Nullable String explainedBy,
        @Nullable String approvedBy,
        Instant openedAt,
        @Nullable Instant clearedAt) {

    /** Where a variance stands. OPEN and PROPOSED keep a report provisional. */
    public enum State {
        /** Nobody has explained it. */
        OPEN,
        /** Explained, and waiting for another person's approval. */
        PROPOSED,
        /** The explanation is approved. */
        EXPLAINED,
        /** New data made the legs agree. */
        CLEARED;

        public boolean isOpen() {
            return this == OPEN || this == PROPOSED;
        }
    }
}
