package dev.tieout.lens.internal;

import dev.tieout.backtest.PublishedPeriod;
import dev.tieout.lens.Lens.Busy;
import dev.tieout.lens.LensResult;
import dev.tieout.movements.RateMissing;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.terms.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Works results out in the background, one after the other, so that no request waits for a million movements times six. What runs is
 * known to this process alone: after a restart it is simply begun again when somebody asks.
 */
@Component
class LensRuns implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(LensRuns.class);
    private static final int WAITING = 60;
    private static final String UNEXPECTED = "It could not be worked out; the log of the application says why.";

    private final PackReading reading;
    private final KeptResults kept;
    private final CurrentActor currentActor;
    private final Map<Run, Optional<String>> runs = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("definition-lens").daemon().factory());

    LensRuns(PackReading reading, KeptResults kept, CurrentActor currentActor) {
        this.reading = reading;
        this.kept = kept;
        this.currentActor = currentActor;
    }

    /** Why it failed when it was tried last; empty while it waits or runs, which it does from here on if it did not. */
    Optional<String> troubleOf(Pack pack, PublishedPeriod period) {
        var run = Run.of(pack, period);
        var known = runs.putIfAbsent(run, Optional.empty());
        if (known == null) {
            begin(run, pack, period);
            return Optional.empty();
        }
        return known;
    }

    /** Forgets that it failed. */
    void forget(Pack pack, PublishedPeriod period) {
        runs.computeIfPresent(Run.of(pack, period), (_, trouble) -> trouble.isPresent() ? null : trouble);
    }

    private void begin(Run run, Pack pack, PublishedPeriod period) {
        var actor = currentActor.get();
        try {
            worker.execute(() -> currentActor.runAs(actor, () -> workOut(run, pack, period)));
        } catch (RejectedExecutionException full) {
            runs.remove(run);
            throw new Busy();
        }
    }

    private void workOut(Run run, Pack pack, PublishedPeriod period) {
        try {
            kept.keep(pack, period, result(pack, period));
            runs.remove(run);
        } catch (Refusal refusal) {
            runs.put(run, Optional.of(refusal.sentence()));
        } catch (RuntimeException | Error unexpected) {
            LOG.error("The lens {} on publication {} failed", pack.about().id(), period.publication(), unexpected);
            runs.put(run, Optional.of(UNEXPECTED));
        }
    }

    /** Where the rates at the period's end are missing, the close's own treatment of exchange rates stands in. */
    private LensResult result(Pack pack, PublishedPeriod period) {
        try {
            return reading.of(pack, period, true, List.of());
        } catch (RateMissing missing) {
            if (!pack.choosesFx()) {
                throw missing;
            }
            return reading.of(
                    pack,
                    period,
                    false,
                    List.of("The close holds no rates for the end of the period, so the line for exchange rates is as"
                            + " published."));
        }
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
    }

    /** Named as its result is kept: by another basis it is another run. */
    private record Run(long publication, String pack, String basis) {

        static Run of(Pack pack, PublishedPeriod period) {
            return new Run(period.publication(), pack.about().id(), KeptResults.basis(pack, period));
        }
    }
}
