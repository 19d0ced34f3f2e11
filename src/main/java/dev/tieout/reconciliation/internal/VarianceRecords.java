package dev.tieout.reconciliation.internal;

import dev.tieout.reconciliation.Variance;
import dev.tieout.reconciliation.Variance.State;
import dev.tieout.rules.VarianceCause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The kept variances: reads, and the steps that people take, one statement each. */
@Repository
class VarianceRecords {

    static final String SELECT = """
            select v.*, coalesce(a.name, case when v.account = '*' then 'All accounts' else v.account end) as account_name
            from variance v left join account a on a.organisation = v.organisation and a.account = v.account
            """;

    private static final String ONE = SELECT + "where v.id = ?";

    /** Open ones first, then by what they are worth at the opening rate. */
    private static final String OF = SELECT + """
            left join rate r on r.close_id = v.close_id and r.currency = v.currency
            where v.close_id = ? order by v.state in ('OPEN', 'PROPOSED') desc, v.amount * coalesce(r.opening, 1) desc, v.id
            offset ? limit ?
            """;

    private static final String COUNT = "select count(*) from variance where close_id = ?";

    private static final String LOCK = "select close_id from variance where id = ? for update";

    private static final String PROPOSE = """
            update variance set state = 'PROPOSED', cause = :cause, explanation = :comment, explained_by = :person, explained_at = :at
            where id = :id
            """;

    private static final String APPROVE =
            "update variance set state = 'EXPLAINED', approved_by = :person, approved_at = :at where id = :id";

    private static final String REJECT = """
            update variance set state = 'OPEN', cause = suggested, explanation = null, explained_by = null, explained_at = null
            where id = :id
            """;

    private static final String ASSIGN = "update variance set owner = :owner, due_on = :due where id = :id";

    /** One explanation for every open variance with the cause. */
    private static final String PROPOSE_ALL = """
            update variance set state = 'PROPOSED', explanation = :comment, explained_by = :person, explained_at = :at
            where close_id = :close and state = 'OPEN' and cause = :cause
            returning id
            """;

    private final JdbcClient jdbc;

    VarianceRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds the variance until the transaction ends; empty when there is none. */
    Optional<Variance> hold(long id) {
        return jdbc.sql(LOCK).param(id).query(Long.class).optional().flatMap(closeId -> find(id));
    }

    Optional<Variance> find(long id) {
        return jdbc.sql(ONE).param(id).query(VarianceRecords::variance).optional();
    }

    List<Variance> of(long closeId, int offset, int limit) {
        return jdbc.sql(OF)
                .params(closeId, offset, limit)
                .query(VarianceRecords::variance)
                .list();
    }

    long count(long closeId) {
        return jdbc.sql(COUNT).param(closeId).query(Long.class).single();
    }

    void propose(long id, VarianceCause cause, String comment, String person, Instant at) {
        jdbc.sql(PROPOSE)
                .param("cause", cause.name())
                .param("comment", comment)
                .param("person", person)
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    /** Keys of the variances now explained. */
    List<Long> proposeAll(long closeId, VarianceCause cause, String comment, String person, Instant at) {
        return jdbc.sql(PROPOSE_ALL)
                .param("comment", comment)
                .param("person", person)
                .param("at", Timestamp.from(at))
                .param("close", closeId)
                .param("cause", cause.name())
                .query(Long.class)
                .list();
    }

    void approve(long id, String person, Instant at) {
        jdbc.sql(APPROVE)
                .param("person", person)
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    void reject(long id) {
        jdbc.sql(REJECT).param("id", id).update();
    }

    void assign(long id, String owner, LocalDate due) {
        jdbc.sql(ASSIGN).param("owner", owner).param("due", due).param("id", id).update();
    }

    static Variance variance(ResultSet row, int number) throws SQLException {
        return new Variance(
                row.getLong("id"),
                row.getLong("close_id"),
                row.getString("account"),
                row.getString("account_name"),
                row.getString("currency"),
                row.getBigDecimal("billing"),
                row.getBigDecimal("ledger"),
                row.getBigDecimal("retained"),
                row.getBigDecimal("amount"),
                VarianceCause.valueOf(row.getString("cause")),
                VarianceCause.valueOf(row.getString("suggested")),
                row.getInt("rule_version"),
                row.getInt("rule_row"),
                row.getString("owner"),
                row.getObject("due_on", LocalDate.class),
                State.valueOf(row.getString("state")),
                row.getString("explanation"),
                row.getString("explained_by"),
                row.getString("approved_by"),
                row.getTimestamp("opened_at").toInstant(),
                instant(row.getTimestamp("cleared_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
