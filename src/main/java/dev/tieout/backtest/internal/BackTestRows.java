package dev.tieout.backtest.internal;

import dev.tieout.backtest.BackTest.State;
import dev.tieout.backtest.PublishedPeriod;
import dev.tieout.backtest.Tally;
import dev.tieout.rules.PinnedTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Back-tests and their periods as kept. */
@Repository
class BackTestRows {

    /** A test as kept, without its periods. */
    record Row(
            long id,
            PinnedTable version,
            String sha256,
            String basis,
            State state,
            @Nullable String trouble,
            String requestedBy,
            Instant requestedAt,
            Instant progressedAt,
            @Nullable Instant finishedAt) {}

    private static final String BEGIN = """
            insert into back_test (organisation, rule_table, version, sha256, basis, state, requested_by, requested_at, progressed_at)
            values (current_organisation(), :table, :version, :sha256, :basis, 'RUNNING', :person, :at, :at)
            on conflict (organisation, rule_table, version, sha256, basis) do nothing
            returning id
            """;

    private static final String TAKE_UP = """
            update back_test set state = 'RUNNING', trouble = null, progressed_at = :at
            where rule_table = :table and version = :version and sha256 = :sha256 and basis = :basis and state = 'FAILED'
            """;

    private static final String FAILED = """
            update back_test set state = 'FAILED', trouble = :trouble, progressed_at = :at where id = :test and state <> 'DONE'
            """;

    private static final String BEGIN_PERIOD = """
            insert into back_test_period (organisation, back_test_id, publication_id, position, base_version)
            values (current_organisation(), ?, ?, ?, ?)
            """;

    private static final String OF_BASIS =
            "select * from back_test where rule_table = ? and version = ? and sha256 = ? and basis = ?";

    private static final String LATEST = """
            select * from back_test where rule_table = ? and version = ? and sha256 = ? order by id desc limit 1
            """;

    /** Whoever runs a test holds it: a second run waits, and finds the period done. */
    private static final String HOLD = "select id from back_test where id = ? for no key update";

    private static final String NEXT = """
            select publication_id from back_test_period
            where back_test_id = ? and done_at is null order by position limit 1
            """;

    private static final String DONE_PERIOD = """
            update back_test_period
            set done_at = :at, not_replayed = :notReplayed, movements = :decided, changed = :changed,
                changed_accounts = :changedAccounts, changed_amount = :changedAmount, reason_changes = :reasonChanges,
                overridden = :overridden, override_differs = :overrideDiffers, undecided = :undecided
            where back_test_id = :test and publication_id = :publication and done_at is null
            """;

    private static final String PROGRESSED =
            "update back_test set state = 'RUNNING', trouble = null, progressed_at = ? where id = ? and state <> 'DONE'";

    private static final String FINISHED = """
            update back_test set state = 'DONE', trouble = null, progressed_at = :at, finished_at = :at where id = :test
            """;

    private final JdbcClient jdbc;

    BackTestRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins a test, unless one of the same content and basis is kept; one that had failed goes on. */
    Row begin(
            PinnedTable version,
            String sha256,
            String basis,
            List<PublishedPeriod> periods,
            String person,
            Instant at) {
        var id = jdbc.sql(BEGIN)
                .param("table", version.table())
                .param("version", version.version())
                .param("sha256", sha256)
                .param("basis", basis)
                .param("person", person)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .optional();
        id.ifPresent(begun -> {
            for (int position = 0; position < periods.size(); position++) {
                var period = periods.get(position);
                jdbc.sql(BEGIN_PERIOD)
                        .params(
                                begun,
                                period.publication(),
                                position,
                                VariantTables.base(version.table(), period).version())
                        .update();
            }
        });
        if (id.isEmpty()) {
            takeUp(version, sha256, basis, at);
        }
        return ofBasis(version, sha256, basis).orElseThrow();
    }

    private void takeUp(PinnedTable version, String sha256, String basis, Instant at) {
        jdbc.sql(TAKE_UP)
                .param("table", version.table())
                .param("version", version.version())
                .param("sha256", sha256)
                .param("basis", basis)
                .param("at", Timestamp.from(at))
                .update();
    }

    Optional<Row> ofBasis(PinnedTable version, String sha256, String basis) {
        return jdbc.sql(OF_BASIS)
                .params(version.table(), version.version(), sha256, basis)
                .query(BackTestRows::row)
                .optional();
    }

    Optional<Row> latest(PinnedTable version, String sha256) {
        return jdbc.sql(LATEST)
                .params(version.table(), version.version(), sha256)
                .query(BackTestRows::row)
                .optional();
    }

    Optional<Row> find(long id) {
        return jdbc.sql("select * from back_test where id = ?")
                .param(id)
                .query(BackTestRows::row)
                .optional();
    }

    void hold(long id) {
        jdbc.sql(HOLD).param(id).query(Long.class).single();
    }

    /** The publication of the first period that is not done. */
    Optional<Long> next(long id) {
        return jdbc.sql(NEXT).param(id).query(Long.class).optional();
    }

    void done(long id, long publication, @Nullable Tally tally, @Nullable String notReplayed, Instant at) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("test", id);
        values.put("publication", publication);
        values.put("at", Timestamp.from(at));
        values.put("notReplayed", notReplayed);
        values.put("decided", tally == null ? null : tally.decided());
        values.put("changed", tally == null ? null : tally.changed());
        values.put("changedAccounts", tally == null ? null : tally.changedAccounts());
        values.put("changedAmount", tally == null ? null : tally.changedAmount());
        values.put("reasonChanges", tally == null ? null : tally.reasonChanges());
        values.put("overridden", tally == null ? null : tally.overridden());
        values.put("overrideDiffers", tally == null ? null : tally.overrideDiffers());
        values.put("undecided", tally == null ? null : tally.undecided());
        jdbc.sql(DONE_PERIOD).params(values).update();
    }

    void progressed(long id, Instant at) {
        jdbc.sql(PROGRESSED).params(Timestamp.from(at), id).update();
    }

    void finished(long id, Instant at) {
        jdbc.sql(FINISHED).param("test", id).param("at", Timestamp.from(at)).update();
    }

    /** Unless it is done. */
    void failed(long id, String trouble, Instant at) {
        jdbc.sql(FAILED)
                .param("test", id)
                .param("trouble", trouble)
                .param("at", Timestamp.from(at))
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var finished = row.getTimestamp("finished_at");
        return new Row(
                row.getLong("id"),
                new PinnedTable(row.getString("rule_table"), row.getInt("version")),
                row.getString("sha256"),
                row.getString("basis"),
                State.valueOf(row.getString("state")),
                row.getString("trouble"),
                row.getString("requested_by"),
                row.getTimestamp("requested_at").toInstant(),
                row.getTimestamp("progressed_at").toInstant(),
                finished == null ? null : finished.toInstant());
    }
}
