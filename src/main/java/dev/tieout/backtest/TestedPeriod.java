package dev.tieout.backtest;

import dev.tieout.metrics.Bridge;
import dev.tieout.publication.Publication.Status;
import dev.tieout.terms.Ratio;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One published period of a back-test.
 *
 * @param version of the period's report
 * @param baseVersion the version of the table that the period was published with
 * @param notReplayed why it could not be decided again; null when it was
 * @param tally null until it is done
 * @param published the bridge as published
 * @param replayed the bridge that would have been; null until it is done, and for a variance table, on which no figure depends
 * @param reactivationInNrr as the period's policy says
 */
public record TestedPeriod(
        long closeId,
        String period,
        long publication,
        int version,
        Status status,
        String currency,
        int baseVersion,
        boolean done,
        @Nullable String notReplayed,
        @Nullable Tally tally,
        Bridge published,
        @Nullable Bridge replayed,
        boolean reactivationInNrr) {

    public Optional<Ratio> nrrBefore() {
        return published.nrr(reactivationInNrr);
    }

    public Optional<Ratio> nrrAfter() {
        return after().nrr(reactivationInNrr);
    }

    public Optional<Ratio> grrBefore() {
        return published.grr();
    }

    public Optional<Ratio> grrAfter() {
        return after().grr();
    }

    /** Whether any figure would be another. */
    public boolean figuresChange() {
        return !(nrrBefore().map(Ratio::decimal).equals(nrrAfter().map(Ratio::decimal))
                && grrBefore().map(Ratio::decimal).equals(grrAfter().map(Ratio::decimal)));
    }

    /** Whether the bridge would not add up: a row answers a class that the amounts do not bear, and a close by it would stop there. */
    public boolean breaches() {
        return replayed != null && !replayed.adds();
    }

    private Bridge after() {
        return replayed == null ? published : replayed;
    }
}
