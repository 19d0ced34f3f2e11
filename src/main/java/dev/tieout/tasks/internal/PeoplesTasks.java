package dev.tieout.tasks.internal;

import dev.tieout.audit.AuditTrail;
import dev.tieout.closing.Closes;
import dev.tieout.organisation.Actor;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.tasks.Decision;
import dev.tieout.tasks.Task;
import dev.tieout.tasks.TaskKind;
import dev.tieout.tasks.Tasks;
import dev.tieout.terms.Refusal.Kind;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class PeoplesTasks implements Tasks {

    private final TaskRecords tasks;
    private final Separation separation;
    private final Verdicts verdicts;
    private final Closes closes;
    private final CurrentActor currentActor;
    private final AuditTrail audit;
    private final Clock clock;

    PeoplesTasks(
            TaskRecords tasks,
            Separation separation,
            Verdicts verdicts,
            Closes closes,
            CurrentActor currentActor,
            AuditTrail audit,
            Clock clock) {
        this.tasks = tasks;
        this.separation = separation;
        this.verdicts = verdicts;
        this.closes = closes;
        this.currentActor = currentActor;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Task open(NewTask wanted) {
        var opener = currentActor.require(Role.ANALYST, Role.APPROVER, Role.CONTROLLER, Role.ADMIN);
        return Optional.ofNullable(wanted.engineKey())
                .flatMap(tasks::findByEngineKey)
                .orElseGet(() -> create(wanted, opener));
    }

    private Task create(NewTask wanted, Actor opener) {
        var task = tasks.save(new Task(
                null,
                opener.organisation().value(),
                wanted.closeId(),
                wanted.kind(),
                wanted.title(),
                wanted.subject(),
                wanted.kind().role().name(),
                null,
                Task.State.OPEN,
                null,
                clock.instant(),
                wanted.dueAt(),
                null,
                null,
                null,
                null,
                null,
                wanted.engineKey(),
                0));
        audit.record(
                "task-opened", subject(task), null, Map.of("kind", task.kind().slug()), null);
        return task;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Task> list(Filter filter, @Nullable Long before, int limit) {
        long below = before == null ? Long.MAX_VALUE : before;
        return switch (filter) {
            case OPEN -> tasks.inState(Task.State.OPEN, below, limit);
            case MINE -> tasks.heldBy(currentActor.get().name(), below, limit);
            case UNASSIGNED -> tasks.heldByNobody(below, limit);
            case COMPLETED -> tasks.inState(Task.State.COMPLETED, below, limit);
        };
    }

    @Override
    @Transactional(readOnly = true)
    public Task task(long id) {
        return tasks.findById(id).orElseThrow(() -> new NoSuchTask(id));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Task> openOf(long closeId) {
        return tasks.findByCloseIdAndStateOrderById(closeId, Task.State.OPEN);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Task> openAbout(String subject) {
        return tasks.findBySubjectAndStateOrderById(subject, Task.State.OPEN);
    }

    @Override
    public Task claim(long id) {
        var task = task(id);
        var person = currentActor.require(task.kind().role()).name();
        refuseUnlessFree(task, person);
        refuseWhereSeparated(task);
        return take(task, person);
    }

    private Task take(Task task, String person) {
        var close = task.closeId();
        var claimed = save(task.claimedBy(person, close == null ? null : closes.holdRevision(close)));
        if (!person.equals(task.assignee())) {
            audit.record("task-claimed", subject(task), null, Map.of("assignee", person), null);
        }
        return claimed;
    }

    @Override
    public Task release(long id) {
        var task = task(id);
        var holder = task.assignee();
        refuseUnlessOpen(task);
        if (!currentActor.get().name().equals(holder)) {
            currentActor.require(Role.ADMIN);
        }
        if (holder == null) {
            return task;
        }
        audit.record("task-released", subject(task), Map.of("assignee", holder), null, null);
        return save(task.released());
    }

    @Override
    public Task complete(long id, Decision decision, @Nullable String comment) {
        var task = task(id);
        var person = currentActor.require(task.kind().role()).name();
        refuseUnlessFree(task, person);
        refuseWhereSeparated(task);
        var why = comment == null || comment.isBlank() ? null : comment.strip();
        verdicts.refuseUnfit(task, decision, why);
        var held = task.assignee() == null ? take(task, person) : task;
        verdicts.refuseOvertaken(held);
        var ended = save(held.ended(person, decision, why, clock.instant()));
        audit.record("task-completed", subject(task), null, Map.of("decision", decision.slug()), why);
        verdicts.carryOut(ended, decision, why);
        return ended;
    }

    @Override
    public void withdraw(long engineKey) {
        currentActor.require();
        tasks.findByEngineKey(engineKey).filter(Task::isOpen).ifPresent(task -> {
            save(task.withdrawn());
            audit.record("task-withdrawn", subject(task), null, null, null);
        });
    }

    @Override
    public void overdue(long closeId, TaskKind kind) {
        currentActor.require();
        overdue(tasks.findByCloseIdAndKindAndState(closeId, kind, Task.State.OPEN));
    }

    @Override
    public void overdue(String subject, TaskKind kind) {
        currentActor.require();
        overdue(openAbout(subject).stream().filter(task -> task.kind() == kind).toList());
    }

    private void overdue(List<Task> waiting) {
        waiting.stream().filter(task -> task.overdueSince() == null).forEach(task -> {
            var since = clock.instant();
            save(task.overdueFrom(since));
            audit.record("task-overdue", subject(task), null, Map.of("since", since.toString()), null);
        });
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> whyNot(Task task) {
        return separation.objection(task, currentActor.get());
    }

    private void refuseWhereSeparated(Task task) {
        whyNot(task).ifPresent(sentence -> {
            throw new SeparationOfDuties(sentence);
        });
    }

    private static void refuseUnlessFree(Task task, String person) {
        refuseUnlessOpen(task);
        var holder = task.assignee();
        if (holder != null && !holder.equals(person)) {
            throw new TaskRefused(Kind.CONFLICT, "task-held", "“" + task.title() + "” is held by " + holder + ".");
        }
    }

    private static void refuseUnlessOpen(Task task) {
        if (task.state() == Task.State.COMPLETED) {
            throw new TaskRefused(
                    Kind.CONFLICT,
                    "task-completed",
                    "“" + task.title() + "” was completed by " + Objects.requireNonNull(task.completedBy()) + ".");
        }
        if (task.state() == Task.State.WITHDRAWN) {
            throw new TaskRefused(
                    Kind.CONFLICT, "task-withdrawn", "The process no longer waits for “" + task.title() + "”.");
        }
    }

    private Task save(Task task) {
        try {
            return tasks.save(task);
        } catch (OptimisticLockingFailureException overtaken) {
            throw new TaskRefused(
                    Kind.CONFLICT, "task-held", "Someone else changed “" + task.title() + "” at the same moment.");
        }
    }

    private static String subject(Task task) {
        return "task/" + task.key();
    }
}
