package dev.tieout.tasks;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Work that waits for a person.
 *
 * @param claimedAtRevision the close's revision when it was claimed; completing at another is refused
 * @param overdueSince when the service level ran out; null before
 * @param decision approve, reject or done
 * @param engineKey by which the process engine knows it; null for work no process waits for
 */
@Table("task")
public record Task(
        @Id @Nullable Long id,
        String organisation,
        @Nullable Long closeId,
        TaskKind kind,
        String title,
        String candidateRole,
        @Nullable String assignee,
        State state,
        @Nullable Long claimedAtRevision,
        Instant createdAt,
        @Nullable Instant dueAt,
        @Nullable Instant overdueSince,
        @Nullable Instant completedAt,
        @Nullable String completedBy,
        @Nullable String decision,
        @Nullable String comment,
        @Nullable Long engineKey,
        @Version long lockVersion) {

    /** Where a task stands. */
    public enum State {
        OPEN,
        COMPLETED,
        /** The process no longer waits for it. */
        WITHDRAWN
    }

    public long key() {
        return Objects.requireNonNull(id);
    }
}
