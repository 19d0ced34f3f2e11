package dev.tieout.reconciliation;

import dev.tieout.rules.VarianceCause;
import dev.tieout.terms.Page;
import dev.tieout.terms.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The tie-out of the current organisation's closes. */
public interface Reconciliation {

    /**
     * Compares billing, ledger and retained balance per account and in total, set-based; opens variances above tolerance with a suggested
     * cause, clears those that new data made agree, leaves explanations standing while their legs are unchanged. Idempotent. For
     * controllers.
     *
     * <p>Small differences, each within the tolerance of its account, that are together above the tolerance for totals open a variance of
     * the account {@code *}.
     *
     * @return what is open afterwards
     * @throws StepRefused when legs differ in a currency that has no exchange rate, for then nobody can say by how much
     */
    OpenVariance reconcile(long closeId);

    /** What is open now, without comparing again. */
    OpenVariance open(long closeId);

    /** The legs in total, per currency. */
    List<TieOut> totals(long closeId);

    /**
     * The close's revision that the last comparison saw: data or decisions have changed since when the close's own is higher. Empty
     * before the first comparison.
     */
    OptionalLong comparedAt(long closeId);

    /**
     * The retained balance from the previous publication's closing to this close's ending, in total, with the accounts that do not
     * tie. Computed from the present rows; empty until the close has movements.
     */
    Optional<RollForward> rollForward(long closeId);

    /**
     * The legs side by side, account by account in their order, as the rows stand now.
     *
     * @param search part of an account's id or name, or empty for all
     * @param after the cursor: accounts after this one; empty for the first page
     * @param accounts on a page; an account's currencies always come together
     */
    Page<AccountLegs> legs(long closeId, AccountLegs.Which which, String search, String after, int accounts);

    /** The ledger leg by general-ledger account. */
    List<GlAccount> glAccounts(long closeId);

    /** What speaks for the suggested cause. */
    VarianceEvidence evidence(long varianceId);

    /** Variances of a close, those that are open first, then the largest first. */
    List<Variance> variances(long closeId, int offset, int limit);

    long count(long closeId);

    /** One variance. */
    Variance variance(long id);

    /** Proposes an explanation, or another in place of one not yet approved. For controllers. */
    Variance explain(long id, VarianceCause cause, String comment);

    /**
     * Proposes one explanation for every OPEN variance of a close with that cause. For controllers.
     *
     * @return how many it now explains
     */
    int explainAll(long closeId, VarianceCause cause, String comment);

    /** Gives an open one an owner, an analyst or controller of the organisation, and a due date, not past. For controllers. */
    Variance assign(long id, String owner, LocalDate due);

    /** Approves the explanation; never its author. For controllers and approvers. */
    Variance approve(long id, @Nullable String comment);

    /** Turns a proposed explanation down, with a comment: it is OPEN again. For controllers and approvers. */
    Variance reject(long id, String comment);

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
