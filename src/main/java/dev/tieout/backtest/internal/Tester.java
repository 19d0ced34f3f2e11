package dev.tieout.backtest.internal;

import dev.tieout.backtest.PublishedPeriod;
import dev.tieout.backtest.Tally;
import dev.tieout.rules.PinnedTable;

/** Holds a version of one table against a published period, and keeps what comes out otherwise in the running transaction. */
interface Tester {

    /** The table that it can test. */
    String table();

    /** Refuses a version that cannot be run. */
    void check(PinnedTable version);

    Tally test(long backTest, PinnedTable version, PublishedPeriod period);
}
