package dev.tieout.backpostings;

import dev.tieout.sources.LatePosting;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A note that takes late postings into the period that they came with.
 *
 * @param period of the close
 * @param policyClause the clause of the policy that it rests on
 * @param records the postings as they stood when it was raised
 * @param note its canonical text, with {@code sha256} its hash
 * @param refusal why it could not be carried out
 * @param trouble what stops it at the moment
 */
public record BackPostingNote(
        long id,
        long closeId,
        String period,
        State state,
        String reason,
        String policyClause,
        List<LatePosting> records,
        String note,
        String sha256,
        String raisedBy,
        Instant raisedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionComment,
        @Nullable Instant appliedAt,
        @Nullable String refusal,
        @Nullable String trouble,
        @Nullable Long processInstanceKey) {

    public BackPostingNote {
        records = List.copyOf(records);
    }

    /** Where a note stands. */
    public enum State {
        AWAITING_APPROVAL,
        APPROVED,
        APPLIED,
        REJECTED,
        /** What it was about had changed when it was to be carried out. */
        REFUSED;

        /** The close waits for it. */
        public boolean isOpen() {
            return this == AWAITING_APPROVAL || this == APPROVED;
        }
    }

    /** By which its task names it. */
    public String subject() {
        return subject(id);
    }

    public static String subject(long id) {
        return "back-posting/" + id;
    }

    /** The note that a task's subject names. */
    public static long idOf(String subject) {
        return Long.parseLong(subject.substring(subject.lastIndexOf('/') + 1));
    }
}
