package dev.tieout.workflow.internal;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Between the engine and the tasks of people. A job stays with us for long only once its task is committed: when we die or fail before,
 * it comes again soon. Nothing is thrown from here: the client would then fail the job with the one try less that the engine gives jobs
 * of people, and the incident could be ended by an operator of the engine only.
 */
@Component
@WithEngine
class TaskWorker {

    /** How long the engine leaves an opened task with us before it delivers it again. */
    static final Duration LEASE = Duration.ofMinutes(5);

    private static final Duration PAUSE = Duration.ofSeconds(3);

    /** As many as the engine gave it, so that no failure uses them up. */
    private static final int RETRIES = 1;

    private static final Logger LOG = LoggerFactory.getLogger(TaskWorker.class);

    private final PersonTasks tasks;
    private final Engine engine;

    TaskWorker(PersonTasks tasks, Engine engine) {
        this.tasks = tasks;
        this.engine = engine;
    }

    void work(StepJob job) {
        try {
            tasks.open(job);
            engine.renew(job.key(), LEASE);
        } catch (Engine.Unavailable e) {
            // Committed: delivered again, it finds its task open.
            LOG.info("{} of {} has a short lease: {}", job.element(), job.about(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("{} of {} could not be opened", job.element(), job.about(), e);
            giveBack(job, e);
        }
    }

    private void giveBack(StepJob job, RuntimeException why) {
        try {
            engine.retry(job.key(), RETRIES, PAUSE, String.valueOf(why.getMessage()));
        } catch (RuntimeException e) {
            LOG.warn("{} of {} comes again when its lease ends", job.element(), job.about(), e);
        }
    }
}
