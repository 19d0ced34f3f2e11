package dev.tieout.workflow.internal;

import dev.tieout.closing.Closes;
import dev.tieout.tasks.Task;
import dev.tieout.tasks.Tasks;
import dev.tieout.workflow.ProcessPicture;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells where a close stands from the database: the engine can be asked only where a search store runs beside it. */
@Service
@Transactional(readOnly = true)
class ActiveElements implements ProcessPicture {

    private final PeriodCloseModel model;
    private final Tasks tasks;
    private final Closes closes;

    ActiveElements(PeriodCloseModel model, Tasks tasks, Closes closes) {
        this.model = model;
        this.tasks = tasks;
        this.closes = closes;
    }

    @Override
    public String bpmnXml() {
        return model.xml();
    }

    @Override
    public Set<String> activeElements(long closeId) {
        var waiting = tasks.openOf(closeId).stream()
                .map(Task::kind)
                .map(model::elementOf)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return waiting.isEmpty()
                ? model.elementNamed(closes.withKey(closeId).step())
                        .map(Set::of)
                        .orElse(Set.of())
                : waiting;
    }
}
