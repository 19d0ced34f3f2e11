package dev.tieout.learning.internal;

import dev.tieout.backtest.Moved;
import dev.tieout.backtest.PublishedPeriod;
import dev.tieout.backtest.Variant;
import dev.tieout.backtest.WhatIf;
import dev.tieout.learning.OverrideLearning;
import dev.tieout.learning.OverrideLearning.TooManyPublished;
import dev.tieout.learning.TriedPeriod;
import dev.tieout.terms.MovementClass;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decides every published period again by a table that is kept nowhere. */
@Component
class TriedRows {

    /** Movements of some versions together. */
    private static final String SIZE =
            "select count(*) from publication_movement where publication_id = any(:publications::bigint[])";

    private final WhatIf whatIf;
    private final JdbcClient jdbc;

    TriedRows(WhatIf whatIf, JdbcClient jdbc) {
        this.whatIf = whatIf;
        this.jdbc = jdbc;
    }

    /** @param csv a movement table as it is kept */
    List<TriedPeriod> by(String csv) {
        var periods = whatIf.periods();
        refuseTooMany(periods);
        var variant = Variant.asPublished().with(csv);
        return periods.stream().map(period -> tried(period, variant)).toList();
    }

    private void refuseTooMany(List<PublishedPeriod> periods) {
        long size = jdbc.sql(SIZE)
                .param(
                        "publications",
                        periods.stream().map(PublishedPeriod::publication).toArray(Long[]::new))
                .query(Long.class)
                .single();
        if (size > OverrideLearning.MOST_MOVEMENTS) {
            throw new TooManyPublished(size);
        }
    }

    private TriedPeriod tried(PublishedPeriod period, Variant variant) {
        var moved = new ArrayList<Moved>();
        var outcome = whatIf.of(period, variant, each -> {
            if (moved.size() < TriedPeriod.MOST_MOVED && classOf(each.was()) != classOf(each.becomes())) {
                moved.add(each);
            }
        });
        return new TriedPeriod(outcome, moved);
    }

    private static @Nullable MovementClass classOf(Moved.@Nullable Side side) {
        return side == null ? null : side.movementClass();
    }
}
