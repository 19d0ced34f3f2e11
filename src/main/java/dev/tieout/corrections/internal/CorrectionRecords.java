package dev.tieout.corrections.internal;

import dev.tieout.corrections.Correction;
import dev.tieout.corrections.Correction.Recorded;
import dev.tieout.corrections.Correction.Restated;
import dev.tieout.corrections.Correction.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Corrections in the database. */
@Repository
class CorrectionRecords {

    private static final String SELECT = """
            select c.*, k.period from correction c join close k on k.id = c.close_id
            """;

    private static final String CHANGES =
            "select position, before, after, period from correction_change where correction_id = ? order by position";

    private static final String RESTATED =
            "select close_id, period, version from correction_period where correction_id = ? order by position";

    /** Holds the row until the transaction ends: what is decided about a correction is decided once. */
    private static final String HOLD = "select id from correction where id = ? for update";

    private static final String UNDECIDED = """
            select exists (select from correction
                           where close_id = ? and state in ('PREVIEWING', 'AWAITING_APPROVAL', 'APPROVED'))
            """;

    private static final String RAISE = """
            insert into correction (organisation, close_id, state, comment, policy_clause, note, sha256, raised_by, raised_at)
            values (current_organisation(), :close, 'PREVIEWING', :comment, :clause, :note, :sha256, :person, :at)
            returning id
            """;

    private static final String ADD_CHANGE = """
            insert into correction_change (organisation, correction_id, position, kind, account, before, after, period)
            values (current_organisation(), :correction, :position, :kind, :account, :before, :after, :period)
            """;

    private static final String ADD_PERIOD = """
            insert into correction_period (organisation, correction_id, position, close_id, period, version)
            values (current_organisation(), :correction, :position, :close, :period, :version)
            """;

    private final JdbcClient jdbc;
    private final CorrectionJson json;

    CorrectionRecords(JdbcClient jdbc, CorrectionJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Correction> find(long id) {
        return jdbc.sql(SELECT + "where c.id = ?")
                .param(id)
                .query(this::correction)
                .optional();
    }

    /** The correction, held; empty when there is none. */
    Optional<Correction> hold(long id) {
        return jdbc.sql(HOLD).param(id).query(Long.class).optional().flatMap(this::find);
    }

    List<Correction> of(long closeId) {
        return jdbc.sql(SELECT + "where c.close_id = ? order by c.id desc")
                .param(closeId)
                .query(this::correction)
                .list();
    }

    /** Those that restated a close, applied or being applied, whichever period they are about. */
    List<Correction> behind(long closeId) {
        return jdbc.sql(SELECT + """
                where c.id in (select correction_id from correction_period where close_id = :close and version is not null)
                   or c.id = (select correction_id from close where id = :close)
                order by c.id
                """)
                .param("close", closeId)
                .query(this::correction)
                .list();
    }

    boolean anyUndecided(long closeId) {
        return jdbc.sql(UNDECIDED).param(closeId).query(Boolean.class).single();
    }

    long raise(Map<String, ?> values) {
        return jdbc.sql(RAISE).params(values).query(Long.class).single();
    }

    void add(long id, Recorded change) {
        jdbc.sql(ADD_CHANGE)
                .param("correction", id)
                .param("position", change.position())
                .param("kind", change.change().kind())
                .param("account", change.change().account())
                .param("before", change.before().isEmpty() ? null : json.write(change.before()))
                .param("after", json.write(change.change()))
                .param("period", change.period())
                .update();
    }

    void add(long id, int position, Restated restated) {
        jdbc.sql(ADD_PERIOD)
                .param("correction", id)
                .param("position", position)
                .param("close", restated.closeId())
                .param("period", restated.period())
                .param("version", restated.version())
                .update();
    }

    /** Sets columns of a correction; a step that was taken is no longer in trouble. */
    void set(long id, State state, Map<String, ? extends @Nullable Object> columns) {
        var assignments = new StringBuilder();
        columns.keySet()
                .forEach(column ->
                        assignments.append(", ").append(column).append(" = :").append(column));
        jdbc.sql("update correction set state = :state, trouble = null" + assignments + " where id = :id")
                .param("state", state.name())
                .param("id", id)
                .params(columns)
                .update();
    }

    void drivenBy(long id, long process) {
        jdbc.sql("update correction set process_instance_key = ? where id = ? and process_instance_key is null")
                .params(process, id)
                .update();
    }

    /** @param sentence null once it is over */
    void troubled(long id, @Nullable String sentence) {
        jdbc.sql("update correction set trouble = :trouble where id = :id")
                .param("trouble", sentence, Types.VARCHAR)
                .param("id", id)
                .update();
    }

    private Correction correction(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        var impact = row.getString("impact");
        return new Correction(
                id,
                row.getLong("close_id"),
                row.getString("period"),
                State.valueOf(row.getString("state")),
                row.getString("comment"),
                row.getString("policy_clause"),
                row.getString("note"),
                row.getString("sha256"),
                row.getString("raised_by"),
                row.getTimestamp("raised_at").toInstant(),
                impact == null ? null : json.impact(impact),
                row.getString("impact_hash"),
                row.getString("notice"),
                row.getString("trouble"),
                row.getString("refusal"),
                row.getString("decided_by"),
                instant(row.getTimestamp("decided_at")),
                row.getString("decision_comment"),
                instant(row.getTimestamp("applied_at")),
                row.getObject("process_instance_key", Long.class),
                changes(id),
                restated(id));
    }

    private List<Recorded> changes(long id) {
        return jdbc.sql(CHANGES)
                .param(id)
                .query((row, number) -> new Recorded(
                        row.getInt("position"),
                        json.change(row.getString("after")),
                        json.object(row.getString("before")),
                        row.getString("period")))
                .list();
    }

    private List<Restated> restated(long id) {
        return jdbc.sql(RESTATED)
                .param(id)
                .query((row, number) -> new Restated(
                        row.getLong("close_id"), row.getString("period"), row.getObject("version", Integer.class)))
                .list();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
