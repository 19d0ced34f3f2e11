package dev.tieout.backtest.internal;

import dev.tieout.backtest.BackTests.TooManyWait;
import dev.tieout.backtest.internal.BackTestRows.Row;
import dev.tieout.organisation.Actor;
import dev.tieout.organisation.CurrentActor;
import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Tests that people started and do not wait for: one after the other, since each takes a whole processor. */
@Component
class BackgroundRuns {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundRuns.class);

    /** So many versions at once nobody writes; whoever asks for more has gone wrong. */
    private static final int WAITING = 20;

    private final BackTestRuns runs;
    private final CurrentActor currentActor;

    /** Tests that wait or run, and whether they were asked for once more meanwhile. */
    private final Map<Long, Boolean> underWay = new ConcurrentHashMap<>();

    private final ThreadPoolExecutor queue;

    @Autowired
    BackgroundRuns(BackTestRuns runs, CurrentActor currentActor) {
        this(runs, currentActor, WAITING);
    }

    /** @param waiting tests that can wait while one runs */
    BackgroundRuns(BackTestRuns runs, CurrentActor currentActor, int waiting) {
        this.runs = runs;
        this.currentActor = currentActor;
        this.queue = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(waiting),
                Thread.ofPlatform().name("back-tests").daemon().factory());
    }

    /**
     * Runs a test when its turn comes. One that waits or runs already goes on; should it break off, it is run once more, since whoever asks
     * may have seen that before it was out of the way here.
     *
     * @throws TooManyWait when it cannot wait; it is kept as failed then, and can be started again
     */
    void go(Row test, Actor actor) {
        if (underWay.merge(test.id(), false, (_, _) -> true)) {
            return;
        }
        try {
            queue.execute(() -> currentActor.runAs(actor, () -> finish(test, actor)));
        } catch (RejectedExecutionException full) {
            underWay.remove(test.id());
            var refusal = new TooManyWait();
            runs.failed(test, refusal.sentence());
            throw refusal;
        }
    }

    /** Does something in its turn that begins tests; false when that cannot wait either. */
    boolean later(Runnable work) {
        try {
            queue.execute(work);
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    /** How many wait for the one that runs. */
    int waiting() {
        return queue.getQueue().size();
    }

    private void finish(Row test, Actor actor) {
        boolean brokeOff = false;
        boolean askedAgain = false;
        try {
            runs.finish(test);
        } catch (RuntimeException kept) {
            LOG.debug("back-test {} is kept as failed", test.id(), kept);
            brokeOff = true;
        } finally {
            askedAgain = Boolean.TRUE.equals(underWay.remove(test.id()));
        }
        if (brokeOff && askedAgain) {
            again(test, actor);
        }
    }

    private void again(Row test, Actor actor) {
        try {
            go(test, actor);
        } catch (TooManyWait kept) {
            LOG.debug("back-test {} is kept as failed", test.id(), kept);
        }
    }

    @PreDestroy
    void stop() {
        queue.shutdownNow();
    }
}
