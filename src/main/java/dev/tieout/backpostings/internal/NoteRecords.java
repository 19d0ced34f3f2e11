package dev.tieout.backpostings.internal;

import dev.tieout.backpostings.BackPostingNote;
import dev.tieout.backpostings.BackPostingNote.State;
import dev.tieout.sources.LatePosting;
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
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Back-posting notes in the database. */
@Repository
class NoteRecords {

    private static final String SELECT = "select n.*, c.period from back_posting n join close c on c.id = n.close_id ";

    /** Holds the row until the transaction ends: what is decided about a note is decided once. */
    private static final String HOLD = "select id from back_posting where id = ? for update";

    private static final String RAISE = """
            insert into back_posting (organisation, close_id, state, reason, policy_clause, records, note, sha256, raised_by, raised_at)
            values (current_organisation(), :close, 'AWAITING_APPROVAL', :reason, :clause, :records, :note, :sha256, :person, :at)
            returning id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    NoteRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long raise(Map<String, ?> values, List<LatePosting> records) {
        return jdbc.sql(RAISE)
                .params(values)
                .param("records", json.writeValueAsString(records))
                .query(Long.class)
                .single();
    }

    Optional<BackPostingNote> find(long id) {
        return jdbc.sql(SELECT + "where n.id = ?").param(id).query(this::note).optional();
    }

    /** The note, held; empty when there is none. */
    Optional<BackPostingNote> hold(long id) {
        return jdbc.sql(HOLD).param(id).query(Long.class).optional().flatMap(this::find);
    }

    List<BackPostingNote> of(long closeId) {
        return jdbc.sql(SELECT + "where n.close_id = ? order by n.id desc")
                .param(closeId)
                .query(this::note)
                .list();
    }

    /** Sets columns of a note; a step that was taken is no longer in trouble. */
    void set(long id, State state, Map<String, ? extends @Nullable Object> columns) {
        var assignments = new StringBuilder();
        columns.keySet()
                .forEach(column ->
                        assignments.append(", ").append(column).append(" = :").append(column));
        jdbc.sql("update back_posting set state = :state, trouble = null" + assignments + " where id = :id")
                .param("state", state.name())
                .param("id", id)
                .params(columns)
                .update();
    }

    void drivenBy(long id, long process) {
        jdbc.sql("update back_posting set process_instance_key = ? where id = ? and process_instance_key is null")
                .params(process, id)
                .update();
    }

    void troubled(long id, @Nullable String sentence) {
        jdbc.sql("update back_posting set trouble = :trouble where id = :id")
                .param("trouble", sentence, Types.VARCHAR)
                .param("id", id)
                .update();
    }

    private BackPostingNote note(ResultSet row, int number) throws SQLException {
        return new BackPostingNote(
                row.getLong("id"),
                row.getLong("close_id"),
                row.getString("period"),
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("policy_clause"),
                json.readValue(row.getString("records"), new TypeReference<List<LatePosting>>() {}),
                row.getString("note"),
                row.getString("sha256"),
                row.getString("raised_by"),
                row.getTimestamp("raised_at").toInstant(),
                row.getString("decided_by"),
                instant(row.getTimestamp("decided_at")),
                row.getString("decision_comment"),
                instant(row.getTimestamp("applied_at")),
                row.getString("refusal"),
                row.getString("trouble"),
                row.getObject("process_instance_key", Long.class));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
