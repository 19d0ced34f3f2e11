package dev.tieout.movements.internal;

import dev.tieout.movements.Movement;
import dev.tieout.movements.SourceRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the lines at both ends that movements net, with the file and line they stand in. */
@Component
class SourceRows {

    /**
     * Opening lines before billing rows. A row that was late once has the file and line that it came with first, whichever receipt it
     * counts under.
     */
    private static final String ROWS = """
            select r.*, line_name(r.subscription, r.product) as line_name, p.timestamp_rule, p.time_zone, p.version as policy_version,
                   c.cutoff, coalesce(k.period, c.period) as placed_period, s.file_name, s.placed_by, s.placed_else, s.profile
            from (
                select 'OPENING' as side, account, source_id, line as file_line, subscription, product, mrr, currency, status,
                       null::timestamptz as posted_at, null as placed_value, null::bigint as back_posting_id,
                       null::bigint as late_close, false as stands, null as event_column, false as from_events
                from opening_line
                where close_id = :close and account = any (:accounts)
                union all
                select 'CLOSING', b.account, coalesce(t.source_id, b.source_id), nullif(coalesce(t.line, b.line), 0), b.subscription, b.product,
                       b.mrr, b.currency, b.status, coalesce(l.posted_at, b.posted_at), coalesce(l.placed_value, e.placed_value, b.placed_value),
                       coalesce(t.back_posting_id, e.back_posting_id), t.close_id, l.id is not null, e.placed_by, b.from_events
                from billing_row b
                left join line_event e on b.from_events and e.source_id = b.source_id and e.line = b.line
                left join late_posting t on t.taken_source_id = b.source_id and t.taken_line = b.line
                left join late_posting l on l.source_id = b.source_id and l.line = b.line
                where b.close_id = :close and b.account = any (:accounts) and not b.late
            ) r
            join close c on c.id = :close
            join metric_policy p on p.organisation = c.organisation and p.version = c.policy_version
            left join source s on s.id = r.source_id
            left join close k on k.id = r.late_close
            order by r.side desc, r.subscription, r.product
            """;

    private final JdbcClient jdbc;

    SourceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SourceRow> of(long closeId, String account, String line) {
        return read(closeId, account).stream()
                .filter(placed -> placed.behind(account, line))
                .map(Placed::row)
                .toList();
    }

    Map<Movement, List<SourceRow>> of(long closeId, List<Movement> page) {
        var byAccount = new LinkedHashMap<String, List<Placed>>();
        var accounts = page.stream().map(Movement::account).distinct().toArray(String[]::new);
        for (var placed : read(closeId, accounts)) {
            byAccount
                    .computeIfAbsent(placed.account(), account -> new ArrayList<>())
                    .add(placed);
        }
        var rows = new LinkedHashMap<Movement, List<SourceRow>>();
        for (var movement : page) {
            var ofAccount = byAccount.getOrDefault(movement.account(), List.of());
            rows.put(
                    movement,
                    ofAccount.stream()
                            .filter(placed -> placed.behind(movement.account(), movement.line()))
                            .map(Placed::row)
                            .toList());
        }
        return rows;
    }

    private List<Placed> read(long closeId, String... accounts) {
        return jdbc.sql(ROWS)
                .param("close", closeId)
                .param("accounts", accounts)
                .query(SourceRows::placed)
                .list();
    }

    private static Placed placed(ResultSet row, int number) throws SQLException {
        return new Placed(row.getString("account"), row.getString("line_name"), sourceRow(row));
    }

    private static SourceRow sourceRow(ResultSet row) throws SQLException {
        var postedAt = row.getObject("posted_at", OffsetDateTime.class);
        return new SourceRow(
                SourceRow.Side.valueOf(row.getString("side")),
                row.getObject("source_id", Long.class),
                row.getString("file_name"),
                row.getObject("file_line", Long.class),
                row.getString("subscription"),
                row.getString("product"),
                row.getBigDecimal("mrr"),
                row.getString("currency"),
                row.getString("status"),
                postedAt == null ? null : postedAt.toInstant(),
                PlacedRow.of(row));
    }

    /** A source row and whose it is. */
    private record Placed(String account, String line, SourceRow row) {

        /** At account grain a movement has no line, and every row of the account is behind it. */
        boolean behind(String account, String line) {
            return this.account.equals(account) && (line.isEmpty() || line.equals(this.line));
        }
    }
}
