package dev.tieout.workflow.internal;

import dev.tieout.web.Disturbance;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Whether the engine answers, asked from time to time so that no page waits for it. A single miss is not worth a word. */
@Component
@WithEngine
class EngineWatch implements Disturbance {

    private static final int MISSES_TO_TELL = 2;

    private final Engine engine;
    private volatile int misses;

    EngineWatch(Engine engine) {
        this.engine = engine;
    }

    @Scheduled(fixedDelayString = "${tieout.workflow.ask-engine-every:PT5S}")
    void look() {
        int before = misses;
        try {
            engine.version();
            misses = 0;
        } catch (Engine.Unavailable | Engine.Rejected e) {
            misses = Math.min(before + 1, MISSES_TO_TELL);
        }
    }

    @Override
    public Optional<String> sentence() {
        return misses < MISSES_TO_TELL
                ? Optional.empty()
                : Optional.of(
                        "The process engine does not answer. What you decide is kept; closes, corrections, notes and"
                                + " changes of rules go on by themselves once it is back.");
    }
}
