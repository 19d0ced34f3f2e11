package dev.tieout.corrections;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A note that corrects a final close.
 *
 * @param policyClause the clause of the organisation's policy that it invokes, in its own words
 * @param note its canonical text, of which {@code sha256} is the hash
 * @param impact what the last preview came to; null before the first
 * @param impactHash SHA-256 of it; applying has to come to the same
 * @param notice why it was sent back for another preview
 * @param trouble what keeps the product from going on by itself, in words
 * @param refusal why it cannot be applied, in words
 * @param restated the periods that it restated, in order; empty until it is applied
 */
public record Correction(
        long id,
        long closeId,
        String period,
        State state,
        String comment,
        @Nullable String policyClause,
        String note,
        String sha256,
        String raisedBy,
        Instant raisedAt,
        @Nullable Impact impact,
        @Nullable String impactHash,
        @Nullable String notice,
        @Nullable String trouble,
        @Nullable String refusal,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionComment,
        @Nullable Instant appliedAt,
        @Nullable Long processInstanceKey,
        List<Recorded> changes,
        List<Restated> restated) {

    /** Where a correction stands. */
    public enum State {
        /** Its impact is being worked out. */
        PREVIEWING,
        /** Another person looks at note and impact. */
        AWAITING_APPROVAL,
        /** Approved and being applied. */
        APPROVED,
        /** The restated versions are published. */
        APPLIED,
        /** Turned down by a person. */
        REJECTED,
        /** The numbers do not bear it; {@code refusal} says why. */
        REFUSED;

        /** Nothing has come of it yet, and no other note to the same close can be raised. */
        public boolean isUndecided() {
            return this == PREVIEWING || this == AWAITING_APPROVAL || this == APPROVED;
        }
    }

    /**
     * A change as it was raised.
     *
     * @param position in the note, from 1
     * @param before what stood when the note was raised; empty when nothing did
     * @param period the accounting period that it belongs to originally
     */
    public record Recorded(int position, Change change, Map<String, Object> before, String period) {}

    /**
     * A period that followed.
     *
     * @param version that was published; null where the close was under way
     */
    public record Restated(
            long closeId, String period, @Nullable Integer version) {}

    /** As tasks name it: {@code correction/12}. */
    public String subject() {
        return subject(id);
    }

    public static String subject(long id) {
        return "correction/" + id;
    }
}
