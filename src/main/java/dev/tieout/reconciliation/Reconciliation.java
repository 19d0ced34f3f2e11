package dev.tieout.reconciliation;

import dev.tieout.rules.VarianceCause;
import dev.tieout.terms.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tie-out of the current organisation's closes. */
public interface Reconciliation {

    /**
     * Compares billing, ledger and retained balance per account and in total, set-based; opens variances above tolerance with a suggested
     * cause, clears those that new data made agree, leaves approved explanations standing while their legs are unchanged. Idempotent.
     *
     * @return what is open afterwards
     */
    OpenVariance reconcile(long closeId);

    /** What is open now, without comparing again. */
    OpenVariance open(long closeId);

    /** The legs in total, per currency. */
    List<TieOut> totals(long closeId);

    /** Variances of a close, largest first. */
    List<Variance> variances(long closeId, int offset, int limit);

    long count(long closeId);

    /** One variance. */
    Variance variance(long id);

    /** Proposes an explanation. For controllers. */
    Variance explain(long id, VarianceCause cause, String comment);

    /** Gives it an owner and a due date. For controllers. */
    Variance assign(long id, String owner, LocalDate due);

    /** Approves the explanation; never its author. For controllers and approvers. */
    Variance approve(long id, @Nullable String comment);

    /** No such variance here. */
    final class NoSuchVariance extends Refusal {
        public NoSuchVariance(long id) {
            super(Kind.MISSING, "no-such-variance", "There is no variance " + id + ".");
        }
    }

    /** The step cannot be taken. */
    final class StepRefused extends Refusal {
        public StepRefused(Kind kind, String type, String sentence) {
            super(kind, type, sentence);
        }
    }
}
