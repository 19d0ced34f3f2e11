package dev.tieout.backtest.internal;

import dev.tieout.backtest.BackTest;
import dev.tieout.backtest.BackTests.NoSuchBackTest;
import dev.tieout.backtest.PublishedPeriod;
import dev.tieout.backtest.Tally;
import dev.tieout.backtest.TestedPeriod;
import dev.tieout.backtest.internal.BackTestRows.Row;
import dev.tieout.metrics.Bridge;
import dev.tieout.metrics.BridgeRow;
import dev.tieout.publication.Publications;
import dev.tieout.publication.Report.View;
import dev.tieout.rules.PinnedTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads tests with their periods. */
@Component
@Transactional(readOnly = true)
class BackTestReading {

    private static final String PERIODS = """
            select t.*, p.close_id, p.version
            from back_test_period t join publication p on p.id = t.publication_id
            where t.back_test_id = ? order by t.position
            """;

    private static final String FIGURES =
            "select * from back_test_figure where back_test_id = ? and dimension = '' and slice = ''";

    private final BackTestRows rows;
    private final BackTestRuns runs;
    private final PublishedPeriods published;
    private final Publications publications;
    private final JdbcClient jdbc;

    BackTestReading(
            BackTestRows rows,
            BackTestRuns runs,
            PublishedPeriods published,
            Publications publications,
            JdbcClient jdbc) {
        this.rows = rows;
        this.runs = runs;
        this.published = published;
        this.publications = publications;
        this.jdbc = jdbc;
    }

    BackTest of(long id) {
        return rows.find(id).map(this::read).orElseThrow(() -> new NoSuchBackTest("There is no back-test " + id + "."));
    }

    Optional<BackTest> latest(PinnedTable version) {
        return rows.latest(version, runs.sha256(version)).map(this::read);
    }

    private BackTest read(Row row) {
        var replayed = jdbc
                .sql(FIGURES)
                .param(row.id())
                .query((figure, number) ->
                        Map.entry(figure.getLong("publication_id"), BridgeRow.bridge(figure, number)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var kept =
                jdbc.sql(PERIODS).param(row.id()).query(BackTestReading::kept).list();
        return new BackTest(
                row.id(),
                row.version(),
                row.sha256(),
                row.state(),
                row.trouble(),
                row.requestedBy(),
                row.requestedAt(),
                row.progressedAt(),
                row.finishedAt(),
                !runs.basis(row.version()).equals(row.basis()),
                kept.stream().map(one -> period(one, replayed)).toList());
    }

    private TestedPeriod period(Kept kept, Map<Long, Bridge> replayed) {
        PublishedPeriod period = published.version(kept.closeId(), kept.version());
        return new TestedPeriod(
                period.closeId(),
                period.period(),
                period.publication(),
                period.version(),
                period.status(),
                period.currency(),
                kept.baseVersion(),
                kept.done(),
                kept.notReplayed(),
                kept.tally(),
                publications
                        .report(period.closeId(), period.version(), View.MRR, "")
                        .total(),
                replayed.get(period.publication()),
                period.choices().reactivationInNrr());
    }

    private record Kept(
            long closeId,
            int version,
            int baseVersion,
            boolean done,
            @Nullable String notReplayed,
            @Nullable Tally tally) {}

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getLong("close_id"),
                row.getInt("version"),
                row.getInt("base_version"),
                row.getTimestamp("done_at") != null,
                row.getString("not_replayed"),
                row.getObject("movements") == null ? null : tally(row));
    }

    private static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                row.getLong("movements"),
                row.getLong("changed"),
                row.getLong("changed_accounts"),
                row.getBigDecimal("changed_amount"),
                row.getLong("reason_changes"),
                row.getLong("overridden"),
                row.getLong("override_differs"),
                row.getLong("undecided"));
    }
}
