package dev.tieout.reconciliation;

import dev.tieout.rules.VarianceCause;
import dev.tieout.terms.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Many variances of a close at once. */
public interface Variances {

    /** In one request at most; more are refused, never a part of them taken. */
    int BULK_LIMIT = 100_000;

    /** Those that the filter lets through: open ones first, then the largest. */
    List<Variance> of(long closeId, VarianceFilter filter, int offset, int limit);

    long count(long closeId, VarianceFilter filter);

    /** How long the open ones have been open. */
    Aging aging(long closeId);

    /** Owners of the close's variances, each once, in order. */
    List<String> owners(long closeId);

    /**
     * Takes one step with each of many, in one transaction with one audit row. What stands in the way of one does not stop the others:
     * it is told in the outcome. Under the same rules as the step with a single one.
     *
     * @throws BulkRefused when the selection has more than {@link #BULK_LIMIT}, or the step lacks something
     */
    Outcome bulk(long closeId, Selection selection, Step step);

    /** Which ones: by key, or all that a filter lets through at that moment. */
    sealed interface Selection {}

    /** These, at most {@link #BULK_LIMIT}. */
    record Chosen(Set<Long> ids) implements Selection {
        public Chosen {
            ids = Set.copyOf(ids);
        }
    }

    /** All that the filter lets through. */
    record Matching(VarianceFilter filter) implements Selection {}

    /** What to do with them. */
    sealed interface Step {}

    /**
     * One explanation for all.
     *
     * @param cause null leaves each with its own
     */
    record Explain(@Nullable VarianceCause cause, String comment) implements Step {}

    /** One owner and due date for all; the comment goes to the trail. */
    record Assign(String owner, LocalDate due, @Nullable String comment) implements Step {}

    /** Approves the explanations of other people. */
    record Approve(@Nullable String comment) implements Step {}

    /**
     * What became of them.
     *
     * @param refused those with which the step could not be taken, at most 1,000 of them
     * @param refusedInAll how many there are
     */
    record Outcome(int done, List<Refused> refused, long refusedInAll) {
        public Outcome {
            refused = List.copyOf(refused);
        }
    }

    /** One that the step left alone, and why. */
    record Refused(long id, @Nullable String account, String reason) {}

    /** The request is not one that can be carried out. */
    final class BulkRefused extends Refusal {
        public BulkRefused(String type, String sentence) {
            super(Kind.INVALID, type, sentence);
        }
    }
}
