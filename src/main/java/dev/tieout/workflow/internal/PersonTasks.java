package dev.tieout.workflow.internal;

import dev.tieout.closing.Closes;
import dev.tieout.closing.SignOff;
import dev.tieout.closing.SignOffs;
import dev.tieout.tasks.TaskKind;
import dev.tieout.tasks.Tasks;
import dev.tieout.tasks.Tasks.NewTask;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The process waits for a person: opens the task. What was overtaken on the way there — files or sign-offs changed since the step that
 * the person is to decide about — is not asked at all; the process goes back by itself.
 */
@Component
class PersonTasks {

    /** The job type that the engine gives to tasks of people. */
    static final String JOB_TYPE = "io.camunda.zeebe:userTask";

    /** The decision of a task that lost its object. */
    static final String CHANGED = "changed";

    static final String CLASSIFICATION_STANDS = "classificationStands";

    private static final String DUE = "io.camunda.zeebe:dueDate";

    private final StepRunner runner;
    private final Tasks tasks;
    private final Closes closes;
    private final SignOffs signOffs;
    private final ClassifiedFiles files;
    private final EngineCommands commands;
    private final Processes processes;

    PersonTasks(
            StepRunner runner,
            Tasks tasks,
            Closes closes,
            SignOffs signOffs,
            ClassifiedFiles files,
            EngineCommands commands,
            Processes processes) {
        this.runner = runner;
        this.tasks = tasks;
        this.closes = closes;
        this.signOffs = signOffs;
        this.files = files;
        this.commands = commands;
        this.processes = processes;
    }

    /** Opens the task of a job, once. */
    void open(StepJob job) {
        var kind = TaskKind.ofSlug(Objects.requireNonNull(job.headers().get(ProcessModel.KIND_HEADER)));
        runner.once(job, () -> {
            if (overtaken(job, kind, closes.holdRevision(job.closeId()))) {
                commands.complete(job.key(), overtaken(job.closeId()));
            } else {
                tasks.open(new NewTask(job.closeId(), kind, title(job), job.subject(), due(job), job.key()));
                processes.of(job).waits(job, kind);
            }
            return new Outcome.Done(Map.of());
        });
    }

    /** Whether the classification sign-off of a close stands. */
    boolean classificationStands(long closeId) {
        return signOffs.of(closeId).stream()
                .anyMatch(signOff -> signOff.stands() && signOff.kind() == SignOff.Kind.CLASSIFICATION);
    }

    /** With which the process goes on from a task that lost its object. */
    Map<String, Object> overtaken(long closeId) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("decision", CHANGED);
        variables.put(CLASSIFICATION_STANDS, classificationStands(closeId));
        return variables;
    }

    private boolean overtaken(StepJob job, TaskKind kind, long revision) {
        return switch (kind) {
            case APPROVE_CLASSIFICATION -> files.haveChanged(job);
            case RESOLVE_VARIANCES -> !classificationStands(job.closeId());
            case SIGN_OFF ->
                !classificationStands(job.closeId()) || revision != job.number(PublicationSteps.RECONCILED_REVISION);
            default -> false;
        };
    }

    private String title(StepJob job) {
        return processes.of(job).model().nameOf(job.element()) + " for " + job.period();
    }

    private static @Nullable Instant due(StepJob job) {
        var due = job.headers().get(DUE);
        return due == null ? null : ZonedDateTime.parse(due).toInstant();
    }
}
