package dev.tieout.workflow.internal;

import dev.tieout.organisation.Actor;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.OrganisationId;
import dev.tieout.organisation.Organisations;
import dev.tieout.tasks.Task;
import dev.tieout.tasks.Tasks;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks the engine whether it still waits for the open tasks: a cancelled process tells nobody. What is gone is withdrawn. */
@Component
@WithEngine
class TaskProbe {

    private static final int PAGE = 100;
    private static final Logger LOG = LoggerFactory.getLogger(TaskProbe.class);

    private final Tasks tasks;
    private final Engine engine;
    private final Organisations organisations;
    private final CurrentActor currentActor;

    TaskProbe(Tasks tasks, Engine engine, Organisations organisations, CurrentActor currentActor) {
        this.tasks = tasks;
        this.engine = engine;
        this.organisations = organisations;
        this.currentActor = currentActor;
    }

    @Scheduled(
            initialDelayString = "${tieout.workflow.probe-every:PT4M}",
            fixedDelayString = "${tieout.workflow.probe-every:PT4M}")
    void probe() {
        try {
            organisations.all().forEach(organisation -> probe(organisation.id()));
        } catch (Engine.Unavailable e) {
            LOG.warn("open tasks were not probed: {}", e.getMessage());
        }
    }

    void probe(OrganisationId organisation) {
        currentActor.runAs(Actor.system(organisation), this::probeOpenTasks);
    }

    private void probeOpenTasks() {
        @Nullable Long before = null;
        List<Task> page;
        do {
            page = tasks.list(Tasks.Filter.OPEN, before, PAGE);
            page.stream().map(Task::engineKey).filter(Objects::nonNull).forEach(this::probe);
            before = page.isEmpty() ? null : page.getLast().key();
        } while (page.size() == PAGE);
    }

    private void probe(Long job) {
        if (!engine.renew(job, TaskWorker.LEASE)) {
            tasks.withdraw(job);
        }
    }
}
