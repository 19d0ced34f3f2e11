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
 * @param closeId null when it belongs to no close, as a change of rules
 * @param subject what it decides about, when that is less than its whole close or none: {@code correction/12}
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
        @Nullable String subject,
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

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** The same task held by a person, who saw the close at that revision. */
    public Task claimedBy(String person, @Nullable Long revision) {
        return with(person, state, revision, overdueSince);
    }

    /** The same task held by nobody. */
    public Task released() {
        return with(null, state, null, overdueSince);
    }

    /** The same task, no longer waited for. */
    public Task withdrawn() {
        return with(assignee, State.WITHDRAWN, claimedAtRevision, overdueSince);
    }

    /** The same task, its service level run out. */
    public Task overdueFrom(Instant since) {
        return with(assignee, state, claimedAtRevision, since);
    }

    /** The same task, ended by its holder. */
    public Task ended(String person, Decision how, @Nullable String why, Instant at) {
        return new Task(
                id,
                organisation,
                closeId,
                kind,
                title,
                subject,
                candidateRole,
                assignee,
                State.COMPLETED,
                claimedAtRevision,
                createdAt,
                dueAt,
                overdueSince,
                at,
                person,
                how.slug(),
                why,
                engineKey,
                lockVersion);
    }

    private Task with(@Nullable String holder, State standing, @Nullable Long revision, @Nullable Instant late) {
        return new Task(
                id,
                organisation,
                closeId,
                kind,
                title,
                subject,
                candidateRole,
                holder,
                standing,
                revision,
                createdAt,
                dueAt,
                late,
                completedAt,
                completedBy,
                decision,
                comment,
                engineKey,
                lockVersion);
    }
}
