package dev.tieout.audit.internal;

import dev.tieout.audit.AuditEntry;
import dev.tieout.audit.RowHash;
import dev.tieout.organisation.Actor;
import dev.tieout.organisation.OrganisationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the trail in the database: only ever read and appended. */
@Repository
class AuditRows {

    private static final String COLUMNS =
            " organisation, seq, at, actor, action, subject, before, after, why, previous_hash, hash ";

    /** Nobody else appends to this organisation's chain until the transaction ends. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('audit/' || ?, 0))";

    /** Appends run for the organisation of the row, which may differ from the transaction's (its creation by the operator). */
    private static final String SERVE = "select set_config('tieout.organisation', ?, true)";

    private static final String HEAD =
            "select seq, hash from audit_entry where organisation = ? order by seq desc limit 1";
    private static final String APPEND =
            "insert into audit_entry (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SINCE =
            "select" + COLUMNS + "from audit_entry where at >= ? and seq > ? order by seq limit ?";
    private static final String BELOW = "select" + COLUMNS + "from audit_entry where seq < ? order by seq desc limit ?";
    private static final String ABOUT = "select" + COLUMNS
            + "from audit_entry where (subject = ? or starts_with(subject, ?)) and seq < ? order by seq desc limit ?";
    private static final String ALL = "select" + COLUMNS + "from audit_entry order by seq";

    private static final int FETCH_ROWS = 1_000;

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final Clock clock;

    AuditRows(JdbcTemplate jdbc, JdbcClient client, Clock clock) {
        this.jdbc = jdbc;
        this.client = client;
        this.clock = clock;
    }

    /** Gives the entries their places at the end of their organisations' chains. */
    void append(List<PendingEntry> entries) {
        var byOrganisation = entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.actor().organisation(), LinkedHashMap::new, Collectors.toList()));
        byOrganisation.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(OrganisationId::value)))
                .forEach(chain -> append(chain.getKey(), chain.getValue()));
    }

    private void append(OrganisationId organisation, List<PendingEntry> entries) {
        jdbc.queryForObject(SERVE, String.class, organisation.value());
        client.sql(LOCK).param(organisation.value()).query(row -> {});
        var head = client.sql(HEAD)
                .param(organisation.value())
                .query((row, number) -> new Head(row.getLong("seq"), row.getString("hash")))
                .optional()
                .orElse(new Head(0, RowHash.FIRST));
        var batch = new ArrayList<Object[]>();
        for (var pending : entries) {
            Actor actor = pending.actor();
            var entry = Link.bind(
                    organisation.value(), head.seq() + 1, clock.instant(), actor.name(), pending, head.hash());
            head = new Head(entry.seq(), entry.hash());
            batch.add(values(entry));
        }
        jdbc.batchUpdate(APPEND, batch);
    }

    private static Object[] values(AuditEntry e) {
        return new Object[] {
            e.organisation(),
            e.seq(),
            Timestamp.from(e.at()),
            e.actor(),
            e.action(),
            e.subject(),
            e.before(),
            e.after(),
            e.why(),
            e.previousHash(),
            e.hash()
        };
    }

    List<AuditEntry> since(Instant since, long after, int limit) {
        return client.sql(SINCE)
                .params(Timestamp.from(since), after, limit)
                .query(AuditRows::entry)
                .list();
    }

    List<AuditEntry> below(long seq, int limit) {
        return client.sql(BELOW).params(seq, limit).query(AuditRows::entry).list();
    }

    List<AuditEntry> about(String subject, long seq, int limit) {
        return client.sql(ABOUT)
                .params(subject, subject + "/", seq, limit)
                .query(AuditRows::entry)
                .list();
    }

    /** Streams the chain; needs a transaction so that the driver reads through a cursor. */
    void eachInOrder(Consumer<AuditEntry> reader) {
        var streaming = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        streaming.setFetchSize(FETCH_ROWS);
        streaming.query(ALL, row -> {
            reader.accept(entry(row, 0));
        });
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getString("organisation"),
                row.getLong("seq"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("before"),
                row.getString("after"),
                row.getString("why"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    private record Head(long seq, String hash) {}
}
