package dev.tieout.sources.internal;

import dev.tieout.closing.Closes;
import dev.tieout.sources.LatePosting;
import dev.tieout.sources.LatePosting.RowKey;
import dev.tieout.sources.LatePosting.Stream;
import dev.tieout.sources.LatePostings;
import dev.tieout.sources.Receipt;
import dev.tieout.sources.SourceKind;
import dev.tieout.terms.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class KeptLatePostings implements LatePostings {

    /** Billing rows that came with the close or were taken in, and ledger rows that did; a ledger row is in the period it waits for. */
    private static final String LATE = """
            from (
                select 'BILLING' as kind, l.close_id, l.source_id, l.line, l.account, l.subscription, l.product, null as entry_id,
                       l.amount, l.is_change, l.currency, l.status, l.posted_at, null::date as posted_on, l.placed_value, l.belongs_to,
                       t.period as taken_into, l.back_posting_id, null as event_column
                from late_posting l left join close t on t.id = l.taken_close_id
                where l.close_id = :close or l.taken_close_id = :close
                union all
                select 'LEDGER', s.close_id, r.source_id, r.line, r.account, '', '', r.entry_id, r.amount, false, r.currency, null,
                       r.posted_at, r.posted_on, r.placed_value, r.period, k.period, r.back_posting_id, null
                from ledger_row r
                join source s on s.id = r.source_id
                left join close k on k.period = r.period
                where r.late and (r.period = :period
                                  or r.source_id in (select id from source where close_id = :close and kind = 'LEDGER' and late > 0))
                union all
                select 'BILLING', s.close_id, e.source_id, e.line, e.account, e.subscription, e.product, e.event_id,
                       coalesce(e.after, e.change), e.after is null, e.currency, e.status, e.placed_at, null, e.placed_value, e.period,
                       k.period, e.back_posting_id, e.placed_by
                from line_event e
                join source s on s.id = e.source_id
                left join close k on k.period = e.period
                where e.late and (e.period = :period
                                  or e.source_id in (select id from source where close_id = :close and events and late > 0))
            ) late
            join source f on f.id = late.source_id
            join close c on c.id = late.close_id
            """;

    private static final String SELECT =
            "select late.*, c.period as received_in, f.file_name, coalesce(late.event_column, f.placed_by) as placed_by "
                    + LATE;

    private static final String PAGE = SELECT + """
            where (late.source_id, late.line) > (:source, :line)
            order by late.source_id, late.line
            limit :limit
            """;

    private static final String NAMED = SELECT + """
            where late.close_id = :close
              and (late.source_id, late.line) in (select * from unnest(:sources::bigint[], :lines::bigint[]))
            order by late.source_id, late.line
            """;

    private static final String COUNTS = """
            select count(*) as late, count(*) filter (where taken_into is null) as waiting,
                   count(*) filter (where back_posting_id is not null) as back_posted
            """ + LATE + "where late.close_id = :close";

    private final Closes closes;
    private final BackPosting backPosting;
    private final Imports imports;
    private final JdbcClient jdbc;

    KeptLatePostings(Closes closes, BackPosting backPosting, Imports imports, JdbcClient jdbc) {
        this.closes = closes;
        this.backPosting = backPosting;
        this.imports = imports;
        this.jdbc = jdbc;
    }

    @Override
    public Page<LatePosting> of(long closeId, @Nullable String cursor, int limit) {
        var after = cursor == null ? new RowKey(0, 0) : read(cursor);
        var found = about(closeId, PAGE)
                .param("source", after.source())
                .param("line", after.line())
                .param("limit", limit + 1)
                .query(KeptLatePostings::posting)
                .list();
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        var shown = found.subList(0, limit);
        return new Page<>(
                shown, shown.getLast().source() + ":" + shown.getLast().line());
    }

    private static RowKey read(String cursor) {
        var parts = cursor.split(":", -1);
        try {
            return new RowKey(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new MalformedCursor(cursor);
        }
    }

    @Override
    public Counts counts(long closeId) {
        return about(closeId, COUNTS)
                .query((row, number) ->
                        new Counts(row.getLong("late"), row.getLong("waiting"), row.getLong("back_posted")))
                .single();
    }

    @Override
    public List<LatePosting> named(long closeId, Set<RowKey> keys) {
        return about(closeId, NAMED)
                .param("sources", keys.stream().map(RowKey::source).toArray(Long[]::new))
                .param("lines", keys.stream().map(RowKey::line).toArray(Long[]::new))
                .query(KeptLatePostings::posting)
                .list();
    }

    @Override
    @Transactional
    public void inOrder() {
        imports.inOrder();
    }

    @Override
    @Transactional
    public List<Receipt> backPost(long closeId, Note note) {
        return backPosting.carryOut(closes.withKey(closeId), note);
    }

    private JdbcClient.StatementSpec about(long closeId, String query) {
        return jdbc.sql(query)
                .param("close", closeId)
                .param("period", closes.withKey(closeId).period());
    }

    private static LatePosting posting(ResultSet row, int number) throws SQLException {
        var kind = SourceKind.valueOf(row.getString("kind"));
        boolean billing = kind == SourceKind.BILLING;
        var at = instant(row);
        var written = row.getString("placed_value");
        var read = billing ? String.valueOf(at) : row.getString("posted_on");
        return new LatePosting(
                kind,
                row.getString("received_in"),
                row.getLong("source_id"),
                row.getString("file_name"),
                row.getLong("line"),
                row.getString("account"),
                billing ? new Stream(row.getString("subscription"), row.getString("product")) : null,
                row.getString("entry_id"),
                row.getBigDecimal("amount"),
                row.getBoolean("is_change"),
                row.getString("currency"),
                row.getString("status"),
                Objects.requireNonNullElse(row.getString("placed_by"), "posted_at"),
                Objects.requireNonNullElse(written, read),
                at,
                row.getString("belongs_to"),
                row.getString("taken_into"),
                row.getObject("back_posting_id", Long.class));
    }

    private static @Nullable Instant instant(ResultSet row) throws SQLException {
        var at = row.getObject("posted_at", OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
