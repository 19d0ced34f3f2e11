package dev.tieout.findings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A finding that somebody looks into until a day.
 *
 * @param period the close's, as text
 * @param version of the report that it was found in
 * @param sentence the finding as it read then
 * @param comment what to look into
 * @param outcome what came of it, or why it was dropped; null while it is open
 */
@Table("follow_up")
public record FollowUp(
        @Id @Nullable Long id,
        String organisation,
        long closeId,
        String period,
        int version,
        Finding.Kind kind,
        String sentence,
        String comment,
        String owner,
        LocalDate dueOn,
        State state,
        String openedBy,
        Instant openedAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        @Nullable String outcome) {

    /** Where it stands. */
    public enum State {
        OPEN,
        DONE,
        DROPPED
    }

    /** Its key; every stored one has one. */
    public long key() {
        return Objects.requireNonNull(id);
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** The same, ended by a person. */
    public FollowUp ended(State how, String person, Instant at, String what) {
        return new FollowUp(
                id,
                organisation,
                closeId,
                period,
                version,
                kind,
                sentence,
                comment,
                owner,
                dueOn,
                how,
                openedBy,
                openedAt,
                person,
                at,
                what);
    }
}
