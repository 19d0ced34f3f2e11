package dev.tieout.backtest;

import dev.tieout.metrics.Bridge;
import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.terms.Ratio;
import java.util.Optional;

/**
 * A published period beside what it would have come out as.
 *
 * @param choices those that it was decided under now
 * @param published the bridge as published
 * @param replayed the bridge that would have been
 * @param tally what changed, counted
 */
public record Outcome(PublishedPeriod period, Choices choices, Bridge published, Bridge replayed, Tally tally) {

    public Optional<Ratio> nrrBefore() {
        return published.nrr(period.choices().reactivationInNrr());
    }

    public Optional<Ratio> nrrAfter() {
        return replayed.nrr(choices.reactivationInNrr());
    }

    public Optional<Ratio> grrBefore() {
        return published.grr();
    }

    public Optional<Ratio> grrAfter() {
        return replayed.grr();
    }
}
