package dev.tieout.backtest.internal;

import dev.tieout.backtest.Moved;
import dev.tieout.backtest.Outcome;
import dev.tieout.backtest.PublishedPeriod;
import dev.tieout.backtest.Tally;
import dev.tieout.backtest.Variant;
import dev.tieout.backtest.WhatIf;
import dev.tieout.metrics.BridgeSums;
import dev.tieout.movements.Replays;
import dev.tieout.movements.Replays.Course;
import dev.tieout.publication.Publications;
import dev.tieout.publication.Report.View;
import dev.tieout.rules.RuleTables;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Not read-only: movements are decided in temporary tables. */
@Service
@Transactional
class ReplayedPeriods implements WhatIf {

    private final PublishedPeriods periods;
    private final VariantTables tables;
    private final Replays replays;
    private final BridgeSums sums;
    private final Publications publications;
    private final JdbcClient jdbc;

    ReplayedPeriods(
            PublishedPeriods periods,
            VariantTables tables,
            Replays replays,
            BridgeSums sums,
            Publications publications,
            JdbcClient jdbc) {
        this.periods = periods;
        this.tables = tables;
        this.replays = replays;
        this.sums = sums;
        this.publications = publications;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<PublishedPeriod> periods() {
        return periods.latest();
    }

    @Override
    @Transactional(readOnly = true)
    public PublishedPeriod version(long closeId, int version) {
        return periods.version(closeId, version);
    }

    @Override
    public Outcome of(PublishedPeriod period, Variant variant) {
        var choices = variant.choices().apply(period.choices());
        replays.replay(
                new Course(
                        period.publication(),
                        period.startsOn(),
                        period.choices(),
                        choices,
                        variant.carried() ? period.previous() : null,
                        variant.bearing(),
                        variant.meanings(),
                        variant.overrides()),
                tables.of(variant.table(), period));
        var published = publications.report(period.closeId(), period.version(), View.MRR, "");
        return new Outcome(period, choices, published.total(), sums.total(OutcomeSql.REPLAYED), tally());
    }

    @Override
    public Outcome of(PublishedPeriod period, Variant variant, Consumer<Moved> each) {
        var outcome = of(period, variant);
        RowCallbackHandler handOn = row -> each.accept(MovedRow.moved(row));
        jdbc.sql(OutcomeSql.MOVED).withFetchSize(RuleTables.BATCH_LIMIT).query(handOn);
        return outcome;
    }

    private Tally tally() {
        return jdbc.sql(OutcomeSql.TALLY).query(ReplayedPeriods::counted).single();
    }

    private static Tally counted(ResultSet row, int number) throws SQLException {
        return new Tally(
                row.getLong("decided"),
                row.getLong("changed"),
                row.getLong("changed_accounts"),
                row.getBigDecimal("changed_amount"),
                row.getLong("reason_changes"),
                row.getLong("overridden"),
                row.getLong("override_differs"),
                row.getLong("undecided"));
    }
}
