package dev.tieout.backtest.internal;

import dev.tieout.backtest.PublishedPeriod;
import dev.tieout.backtest.Tally;
import dev.tieout.backtest.Variant;
import dev.tieout.backtest.WhatIf;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTables;
import java.util.List;
import org.springframework.stereotype.Component;

/** Holds a movement table against a period. */
@Component
class MovementTester implements Tester {

    private final WhatIf whatIf;
    private final ReplayKeeping keeping;
    private final RuleTables rules;

    MovementTester(WhatIf whatIf, ReplayKeeping keeping, RuleTables rules) {
        this.whatIf = whatIf;
        this.keeping = keeping;
        this.rules = rules;
    }

    @Override
    public String table() {
        return RuleTables.MOVEMENT_CLASSIFICATION;
    }

    /** Compiles it too, so that the first period does not wait with a transaction open. */
    @Override
    public void check(PinnedTable version) {
        rules.classify(version, List.of());
    }

    @Override
    public Tally test(long backTest, PinnedTable version, PublishedPeriod period) {
        var outcome = whatIf.of(period, Variant.asPublished().with(version));
        keeping.keep(backTest, outcome);
        return outcome.tally();
    }
}
