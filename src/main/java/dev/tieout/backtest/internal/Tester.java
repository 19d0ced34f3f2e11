package dev.tieout.backtest.internal;

import dev.tieout.backtest.PublishedPeriod;
import dev.tieout.backtest.Tally;
import dev.tieout.rules.PinnedTable;
import java.util.List;

/** Holds a version of one table against a published period, and keeps what comes out otherwise in the running transaction. */
interface Tester {

    /** The table that it can test. */
    String table();

    /** Refuses a version that cannot be run. */
    void check(PinnedTable version);

    /** In what state that is which it reads and which can change without another version being published; empty when nothing can. */
    default String readsBeside(List<PublishedPeriod> published) {
        return "";
    }

    Tally test(long backTest, PinnedTable version, PublishedPeriod period);
}
