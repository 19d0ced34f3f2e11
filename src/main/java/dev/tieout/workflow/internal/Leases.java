package dev.tieout.workflow.internal;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
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
    private final Map<Long, StepJob> atWork = new ConcurrentHashMap<>();

    Leases(Engine engine, @Value("${tieout.workflow.step-lease:PT30S}") Duration length) {
        this.engine = engine;
        this.length = length;
    }

    /** How long the engine waits for a job at work before it delivers it again: after a crash, until the work goes on. */
    Duration length() {
        return length;
    }

    void during(StepJob job, Runnable work) {
        atWork.put(job.key(), job);
        try {
            work.run();
        } finally {
            atWork.remove(job.key());
        }
    }

    boolean isAtWork(long closeId) {
        return atWork.values().stream().anyMatch(job -> Objects.equals(job.close(), closeId));
    }

    /** @param subject as {@link StepJob#subject} */
    boolean isAtWork(String subject) {
        return atWork.values().stream().anyMatch(job -> subject.equals(job.subject()));
    }

    boolean isIdle() {
        return atWork.isEmpty();
    }

    @Scheduled(fixedDelayString = "${tieout.workflow.renew-leases-every:PT10S}")
    void renew() {
        try {
            atWork.keySet().forEach(job -> engine.renew(job, length));
        } catch (Engine.Unavailable e) {
            LOG.warn("leases were not renewed: {}", e.getMessage());
        }
    }
}
