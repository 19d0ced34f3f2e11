package dev.tieout.findings;

import dev.tieout.findings.FollowUp.State;
import dev.tieout.terms.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people of the current organisation look into because a report made them. */
public interface FollowUps {

    /**
     * Makes a finding a follow-up. For analysts, approvers and controllers.
     *
     * @param version of the report that has the finding; null for the latest
     * @param owner a person of the organisation, in any role
     * @param due not past
     * @param comment what to look into; may be blank
     * @throws FollowUpExists when one about that finding of the period is open already
     */
    FollowUp open(
            long closeId, Finding.Kind kind, @Nullable Integer version, String owner, LocalDate due, String comment);

    /** What came of it. For its owner, analysts, approvers and controllers. */
    FollowUp done(long id, String outcome);

    /** Why nobody looks into it any more. For its owner, analysts, approvers and controllers. */
    FollowUp drop(long id, String outcome);

    /**
     * Newest first.
     *
     * @param state null for all
     * @param before the key of the last one seen, null for the first page
     */
    List<FollowUp> list(@Nullable State state, @Nullable Long before, int limit);

    /** All of a close, oldest first. */
    List<FollowUp> ofClose(long closeId);

    /** One about the finding is open already. */
    final class FollowUpExists extends Refusal {
        public FollowUpExists(String period) {
            super(Kind.CONFLICT, "follow-up-exists", "This finding of " + period + " is being followed up already.");
        }
    }

    /** No such follow-up here. */
    final class NoSuchFollowUp extends Refusal {
        public NoSuchFollowUp(long id) {
            super(Kind.MISSING, "no-such-follow-up", "There is no follow-up " + id + ".");
        }
    }

    /** The step cannot be taken. */
    final class FollowUpRefused extends Refusal {
        public FollowUpRefused(Kind kind, String type, String sentence) {
            super(kind, type, sentence);
        }
    }
}
