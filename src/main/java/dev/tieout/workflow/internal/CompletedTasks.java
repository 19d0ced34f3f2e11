package dev.tieout.workflow.internal;

import dev.tieout.tasks.TaskCompleted;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a person decided in a task, told to the process that waits for it, in the transaction of the decision. */
@Component
@WithEngine
class CompletedTasks {

    private final EngineCommands commands;
    private final OvertakenTasks overtaken;

    CompletedTasks(EngineCommands commands, OvertakenTasks overtaken) {
        this.commands = commands;
        this.overtaken = overtaken;
    }

    @EventListener
    void on(TaskCompleted completed) {
        var task = completed.task();
        var job = task.engineKey();
        if (job == null) {
            return;
        }
        Map<String, Object> variables = new HashMap<>();
        variables.put("decision", completed.decision().slug());
        variables.put("comment", task.comment());
        variables.put("decidedBy", task.completedBy());
        var close = task.closeId();
        if (close != null) {
            variables.put(OvertakenTasks.CLASSIFICATION_STANDS, overtaken.classificationStands(close));
        }
        commands.complete(job, variables);
    }
}
