package dev.tieout.workflow.internal;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Between the engine and a step: tells the engine how it ended, and gives failed jobs back for as long as it takes. */
@Component
@WithEngine
class StepWorker {

    /** As the model says; jobs never run out of them, since an incident could be ended by an operator of the engine only. */
    static final int RETRIES = 1_000;

    private static final int ATTEMPTS_BEFORE_PEOPLE_HEAR = 3;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(StepWorker.class);

    private final StepRunner runner;
    private final Engine engine;
    private final Leases leases;

    StepWorker(StepRunner runner, Engine engine, Leases leases) {
        this.runner = runner;
        this.engine = engine;
        this.leases = leases;
    }

    void work(StepJob job, Step step) {
        leases.during(job, () -> {
            try {
                tell(job, runner.run(job, step));
            } catch (Engine.Unavailable e) {
                // The effect is committed; the next delivery finds its outcome.
                LOG.warn("{} is done and the engine could not be told: {}", job.type(), e.getMessage());
            } catch (RuntimeException e) {
                giveBack(job, e);
            }
        });
    }

    private void tell(StepJob job, Outcome outcome) {
        boolean heard = switch (outcome) {
            case Outcome.Done(var variables) -> engine.complete(job.key(), variables);
            case Outcome.Raised(var code, var sentence) -> engine.raise(job.key(), code, sentence);
        };
        if (!heard) {
            LOG.info("the engine no longer waits for {} of {}", job.type(), job.about());
        }
    }

    private void giveBack(StepJob job, RuntimeException why) {
        LOG.warn("{} of {} failed, attempt {}", job.type(), job.about(), job.attempt(), why);
        try {
            if (job.attempt() >= ATTEMPTS_BEFORE_PEOPLE_HEAR) {
                runner.troubled(job, why);
            }
            int retries = Math.max(1, RETRIES - job.attempt());
            engine.retry(job.key(), retries, pause(job.attempt()), String.valueOf(why.getMessage()));
        } catch (RuntimeException e) {
            LOG.warn("{} of {} comes again when its lease ends", job.type(), job.about(), e);
        }
    }

    /** 1 s, 2 s, 4 s … 5 min. */
    static Duration pause(int attempt) {
        var pause = Duration.ofSeconds(1L << Math.min(attempt - 1, 20));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
