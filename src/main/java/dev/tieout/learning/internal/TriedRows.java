package dev.tieout.learning.internal;

import dev.tieout.backtest.Moved;
import dev.tieout.backtest.PublishedPeriod;
import dev.tieout.backtest.Variant;
import dev.tieout.backtest.WhatIf;
import dev.tieout.learning.OverrideLearning;
import dev.tieout.learning.OverrideLearning.TooManyPublished;
import dev.tieout.learning.TriedPeriod;
import dev.tieout.movements.RateMissing;
import dev.tieout.movements.Replays.LinesNotKept;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Decides every published period again by a table that is kept nowhere, each in a transaction of its own as back-tests do. */
@Component
class TriedRows {

    /** Movements of some versions together. */
    private static final String SIZE =
            "select count(*) from publication_movement where publication_id = any(:publications::bigint[])";

    private final WhatIf whatIf;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    TriedRows(WhatIf whatIf, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.whatIf = whatIf;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Not to be asked in a transaction: a period that cannot be decided again would take the others with it.
     *
     * @param csv a movement table as it is kept
     */
    List<TriedPeriod> by(String csv) {
        var periods = whatIf.periods();
        refuseTooMany(periods);
        var variant = Variant.asPublished().with(csv);
        return periods.stream().map(period -> tried(period, variant)).toList();
    }

    private void refuseTooMany(List<PublishedPeriod> periods) {
        var publications = periods.stream().map(PublishedPeriod::publication).toArray(Long[]::new);
        long size = Objects.requireNonNull(transaction.execute(_ -> jdbc.sql(SIZE)
                .param("publications", publications)
                .query(Long.class)
                .single()));
        if (size > OverrideLearning.MOST_MOVEMENTS) {
            throw new TooManyPublished(size);
        }
    }

    private TriedPeriod tried(PublishedPeriod period, Variant variant) {
        var moved = new ArrayList<Moved>();
        try {
            var outcome = whatIf.of(period, variant, each -> {
                if (moved.size() < TriedPeriod.MOST_MOVED && each.changesClass()) {
                    moved.add(each);
                }
            });
            return new TriedPeriod(period, outcome, null, moved);
        } catch (LinesNotKept | RateMissing why) {
            return new TriedPeriod(period, null, why.sentence(), List.of());
        }
    }
}
