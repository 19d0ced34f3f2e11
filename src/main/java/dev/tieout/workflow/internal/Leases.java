package dev.tieout.workflow.internal;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the jobs at work here from being delivered elsewhere. Leases are short, so that after a crash the work goes on soon, and are
 * renewed while it lasts.
 */
@Component
@WithEngine
class Leases {

    static final Duration LEASE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);

    private final Engine engine;
    private final Map<Long, Long> closeByJob = new ConcurrentHashMap<>();

    Leases(Engine engine) {
        this.engine = engine;
    }

    void during(StepJob job, Runnable work) {
        closeByJob.put(job.key(), job.closeId());
        try {
            work.run();
        } finally {
            closeByJob.remove(job.key());
        }
    }

    boolean isAtWork(long closeId) {
        return closeByJob.containsValue(closeId);
    }

    boolean isIdle() {
        return closeByJob.isEmpty();
    }

    @Scheduled(fixedDelay = 15_000)
    void renew() {
        try {
            closeByJob.keySet().forEach(job -> engine.renew(job, LEASE));
        } catch (Engine.Unavailable e) {
            LOG.warn("leases were not renewed: {}", e.getMessage());
        }
    }
}
