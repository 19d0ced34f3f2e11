package dev.tieout.tasks.internal;

import dev.tieout.organisation.Actor;
import dev.tieout.policy.Policies;
import dev.tieout.policy.PolicyDecided;
import dev.tieout.policy.PolicyProposed;
import dev.tieout.tasks.Decision;
import dev.tieout.tasks.Objection;
import dev.tieout.tasks.Task;
import dev.tieout.tasks.TaskCompleted;
import dev.tieout.tasks.TaskKind;
import dev.tieout.tasks.Tasks;
import dev.tieout.tasks.Tasks.NewTask;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A proposed version of the metric policy is a task for an approver; no process waits for it, the version itself does. */
@Component
class PolicyTasks implements Objection {

    private final Tasks tasks;
    private final TaskRecords records;
    private final Policies policies;
    private final Clock clock;

    /** @param tasks later, since they ask this for objections */
    PolicyTasks(@Lazy Tasks tasks, TaskRecords records, Policies policies, Clock clock) {
        this.tasks = tasks;
        this.records = records;
        this.policies = policies;
        this.clock = clock;
    }

    @EventListener
    void on(PolicyProposed proposed) {
        tasks.open(new NewTask(
                null,
                TaskKind.APPROVE_POLICY,
                "Approve version " + proposed.version() + " of the metric policy",
                subject(proposed.version()),
                clock.instant().plus(Duration.ofDays(proposed.taskSlaDays())),
                null));
    }

    @Override
    public Optional<String> to(Task task, Actor person) {
        return version(task)
                .filter(version -> policies.version(version).createdBy().equals(person.name()))
                .map(own -> "You proposed this version, so another person has to decide about it.");
    }

    @EventListener
    void on(TaskCompleted completed) {
        version(completed.task())
                .ifPresent(version ->
                        decide(version, completed.decision(), completed.task().comment()));
    }

    private void decide(int version, Decision decision, @Nullable String comment) {
        if (decision == Decision.APPROVE) {
            policies.approve(version, comment);
        } else {
            policies.reject(version, Objects.requireNonNullElse(comment, ""));
        }
    }

    /** Who decided without the task has ended it all the same. */
    @EventListener
    void on(PolicyDecided decided) {
        tasks.openAbout(subject(decided.version())).forEach(task -> records.save(task.withdrawn()));
    }

    private static Optional<Integer> version(Task task) {
        var subject = task.subject();
        return task.kind() == TaskKind.APPROVE_POLICY && subject != null
                ? Optional.of(Integer.parseInt(subject.substring(subject.lastIndexOf('/') + 1)))
                : Optional.empty();
    }

    private static String subject(int version) {
        return "policy/" + version;
    }
}
