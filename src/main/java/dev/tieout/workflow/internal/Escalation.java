package dev.tieout.workflow.internal;

import dev.tieout.tasks.TaskKind;
import dev.tieout.tasks.Tasks;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The step of every process in which a task has waited for longer than its service level. */
@Component
class Escalation implements Steps {

    private final Tasks tasks;

    Escalation(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public List<Step> all() {
        return List.of(Step.beside("escalate-task", this::escalate));
    }

    private Map<String, Object> escalate(StepJob job) {
        var kind = TaskKind.ofSlug(Objects.requireNonNull(job.headers().get(ProcessModel.KIND_HEADER)));
        var subject = job.subject();
        if (subject == null) {
            tasks.overdue(job.closeId(), kind);
        } else {
            tasks.overdue(subject, kind);
        }
        return Map.of();
    }
}
