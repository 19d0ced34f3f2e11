package dev.tieout.workflow.internal;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the jobs at work here from being delivered elsewhere. Leases are short, so that after a crash the work goes on soon, and are
 * renewed while it lasts.
 */
@Component
@WithEngine
class Leases {

    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);

    private final Engine engine;
    private final Duration length;
    private final Map<Long, Long> closeByJob = new ConcurrentHashMap<>();

    Leases(Engine engine, @Value("${tieout.workflow.step-lease:PT30S}") Duration length) {
        this.engine = engine;
        this.length = length;
    }

    /** How long the engine waits for a job at work before it delivers it again: after a crash, until the work goes on. */
    Duration length() {
        return length;
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

    @Scheduled(fixedDelayString = "${tieout.workflow.renew-leases-every:PT10S}")
    void renew() {
        try {
            closeByJob.keySet().forEach(job -> engine.renew(job, length));
        } catch (Engine.Unavailable e) {
            LOG.warn("leases were not renewed: {}", e.getMessage());
        }
    }
}
