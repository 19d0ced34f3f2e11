package dev.tieout.backtest.internal;

import dev.tieout.backtest.internal.BackTestRows.Row;
import dev.tieout.organisation.Actor;
import dev.tieout.organisation.CurrentActor;
import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tests that people started and do not wait for: one after the other, since each takes a whole processor. */
@Component
class BackgroundRuns {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundRuns.class);

    private final BackTestRuns runs;
    private final CurrentActor currentActor;
    private final Set<Long> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService queue = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("back-tests").daemon().factory());

    BackgroundRuns(BackTestRuns runs, CurrentActor currentActor) {
        this.runs = runs;
        this.currentActor = currentActor;
    }

    void go(Row test, Actor actor) {
        if (underWay.add(test.id())) {
            queue.execute(() -> {
                try {
                    currentActor.runAs(actor, () -> runs.finish(test));
                } catch (RuntimeException kept) {
                    LOG.debug("back-test {} is kept as failed", test.id(), kept);
                } finally {
                    underWay.remove(test.id());
                }
            });
        }
    }

    @PreDestroy
    void stop() {
        queue.shutdownNow();
    }
}
