package dev.tieout.workflow.internal;

import java.util.List;
import org.springframework.stereotype.Component;

/** The processes that the product runs. */
@Component
class Processes {

    private final List<DrivenProcess> all;

    Processes(List<DrivenProcess> all) {
        this.all = all;
    }

    List<ProcessModel> models() {
        return all.stream().map(DrivenProcess::model).toList();
    }

    /** The process that a job is of. */
    DrivenProcess of(StepJob job) {
        return withId(job.process());
    }

    DrivenProcess withId(String id) {
        return all.stream()
                .filter(process -> process.model().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no process " + id));
    }
}
