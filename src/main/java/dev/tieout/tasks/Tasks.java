package dev.tieout.tasks;

import dev.tieout.terms.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tasks of the current organisation. Separation of duties is enforced here, for the web UI and the API alike. */
public interface Tasks {

    /** Which tasks to list. */
    enum Filter {
        /** Every open one. */
        OPEN,
        /** Open ones held by the current person. */
        MINE,
        /** Open ones nobody holds. */
        UNASSIGNED,
        COMPLETED
    }

    /** Creates a task, or returns the one that the engine knows by that key already. */
    Task open(NewTask task);

    /** Newest first; {@code before} is the key of the last task seen, null for the first page. */
    List<Task> list(Filter filter, @Nullable Long before, int limit);

    Task task(long id);

    /** Open tasks of a close. */
    List<Task> openOf(long closeId);

    /** Open tasks that decide about one thing, such as {@code rule/movement-classification/3}. */
    List<Task> openAbout(String subject);

    /** Takes a task. Taking one's own again renews it at the present revision. */
    Task claim(long id);

    /** Gives a task back. */
    Task release(long id);

    /**
     * Ends a task held by the current person (an unassigned one is claimed first) and announces {@link TaskCompleted}.
     *
     * @throws SeparationOfDuties when the person had a hand in what the task decides
     * @throws TaskRefused when another holds it, the data changed since it was claimed, the decision does not fit the kind, or a
     *     rejection lacks its comment
     */
    Task complete(long id, Decision decision, @Nullable String comment);

    /** The process no longer waits for it. Idempotent. */
    void withdraw(long engineKey);

    /** The service level has run out. Idempotent. */
    void overdue(long closeId, TaskKind kind);

    /** The same for a task about one thing. */
    void overdue(String subject, TaskKind kind);

    /** Why the current person may not decide a task, as a sentence; empty when they may. */
    Optional<String> whyNot(Task task);

    /**
     * A task to create.
     *
     * @param subject what it decides about, when that is less than its whole close, or null
     * @param engineKey by which the engine knows it, or null
     */
    record NewTask(
            @Nullable Long closeId,
            TaskKind kind,
            String title,
            @Nullable String subject,
            @Nullable Instant dueAt,
            @Nullable Long engineKey) {}

    /** No such task here. */
    final class NoSuchTask extends Refusal {
        public NoSuchTask(long id) {
            super(Kind.MISSING, "no-such-task", "There is no task " + id + ".");
        }
    }

    /** The person had a hand in what the task decides. */
    final class SeparationOfDuties extends Refusal {
        public SeparationOfDuties(String sentence) {
            super(Kind.FORBIDDEN, "separation-of-duties", sentence);
        }
    }

    /** The step does not fit the task's state. */
    final class TaskRefused extends Refusal {
        public TaskRefused(Kind kind, String type, String sentence) {
            super(kind, type, sentence);
        }
    }
}
