package dev.tieout.workflow.internal;

import dev.tieout.tasks.TaskKind;
import dev.tieout.tasks.Tasks;
import dev.tieout.tasks.Tasks.NewTask;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The process waits for a person: opens the task. What was overtaken on the way there is not asked at all; the process goes on by
 * itself.
 */
@Component
class PersonTasks {

    /** The job type that the engine gives to tasks of people. */
    static final String JOB_TYPE = "io.camunda.zeebe:userTask";

    private static final String DUE = "io.camunda.zeebe:dueDate";

    private final StepRunner runner;
    private final Tasks tasks;
    private final EngineCommands commands;
    private final Processes processes;

    PersonTasks(StepRunner runner, Tasks tasks, EngineCommands commands, Processes processes) {
        this.runner = runner;
        this.tasks = tasks;
        this.commands = commands;
        this.processes = processes;
    }

    /** Opens the task of a job, once. */
    void open(StepJob job) {
        var kind = TaskKind.ofSlug(Objects.requireNonNull(job.headers().get(ProcessModel.KIND_HEADER)));
        var process = processes.of(job);
        runner.once(job, () -> {
            process.overtaken(job, kind)
                    .ifPresentOrElse(
                            goesOnWith -> commands.complete(job.key(), goesOnWith), () -> open(job, kind, process));
            return new Outcome.Done(Map.of());
        });
    }

    private void open(StepJob job, TaskKind kind, DrivenProcess process) {
        tasks.open(new NewTask(job.close(), kind, process.title(job), job.subject(), due(job), job.key()));
        process.waits(job, kind);
    }

    private static @Nullable Instant due(StepJob job) {
        var due = job.headers().get(DUE);
        return due == null ? null : ZonedDateTime.parse(due).toInstant();
    }
}
