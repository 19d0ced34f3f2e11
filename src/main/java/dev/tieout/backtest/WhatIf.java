package dev.tieout.backtest;

import dev.tieout.movements.RateMissing;
import dev.tieout.movements.Replays;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a published period would have come out as under other rules or choices. The figures are summed by the statements that compute a
 * close's own; nothing is kept and nothing is published. For everyone who reads.
 */
public interface WhatIf {

    /** The latest version of every published period, oldest first. */
    List<PublishedPeriod> periods();

    /** One version of a period, whether or not it is the latest; {@link dev.tieout.publication.Publications.NotPublished} if there is none. */
    PublishedPeriod version(long closeId, int version);

    /**
     * Decides one version again. The transaction keeps the movements side by side in {@link Replays#REPLAYED} until it replays another or
     * ends, for whoever wants to ask more of them.
     *
     * @throws RateMissing when an amount cannot be converted under the variant's choices
     * @throws Replays.LinesNotKept when the version is too old
     * @throws dev.tieout.rules.RuleTableRefused when the variant's table is malformed
     */
    Outcome of(PublishedPeriod period, Variant variant);

    /** The same, and hands on every movement that comes out otherwise, in order of account and line, without holding them all. */
    Outcome of(PublishedPeriod period, Variant variant, Consumer<Moved> each);
}
