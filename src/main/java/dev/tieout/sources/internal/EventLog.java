package dev.tieout.sources.internal;

import dev.tieout.closing.Closes;
import dev.tieout.sources.ChangeEvents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the log and makes closing lines of it, each in one statement. */
@Service
@Transactional
class EventLog implements ChangeEvents {

    /** Events as judged, the late ones under the period that they wait for. */
    private static final String STORE = """
            insert into line_event (organisation, period, system, event_id, account, subscription, product, kind, effective_at,
                                    posted_at, placed_at, placed_by, before, change, after, currency, status, quantity,
                                    quantity_change, discount, late, placed_value, source_id, line)
            select current_organisation(), belongs_to, :system, reference, account, subscription, product, kind, effective_at,
                   posted_at, coalesce(posted_at, effective_at), placed_by, before, change, after, currency, status,
                   quantity, quantity_change, discount, fate = 'LATE', placed_value, :source, row_line
            from judged where fate in ('ACCEPTED', 'LATE')
            """;

    private static final String MARK = "update source set events = true where id = ?";

    /** Only what was worked out: rows of files and notes stay. */
    private static final String CLEAR = "delete from billing_row where close_id = ? and from_events";

    /** The latest file of events that counts, and whether a snapshot says how the lines close. */
    private static final String SHAPES = """
            select max(id) filter (where events) as feed, coalesce(bool_or(not events and accepted > 0), false) as snapshot
            from source where close_id = ? and kind = 'BILLING' and state = 'ACCEPTED' and profile not in ('correction-note', 'late-postings', 'back-posting-note')
            """;

    /** Lines without an event are the file's, too, by what it does not say: line 0. */
    private static final String SETTLE = """
            insert into billing_row (organisation, close_id, account, subscription, product, mrr, currency, status, quantity,
                                     discount, source_ref, posted_at, source_id, line, from_events)
            select current_organisation(), :close, account, subscription, product, amount, currency, status, quantity, discount,
                   event_id, placed_at, coalesce(source_id, :feed), coalesce(line, 0), true
            from evented_line(:close)
            on conflict do nothing
            """;

    private static final String OF_ACCOUNTS = """
            select e.*, line_name(e.subscription, e.product) as line_name, s.file_name
            from event_run(:close, :accounts) e left join source s on s.id = e.source_id
            order by e.account, e.subscription, e.product, e.step
            """;

    private static final int LARGE = 10_000;

    private final Closes closes;
    private final LateLines lateLines;
    private final JdbcClient jdbc;

    EventLog(Closes closes, LateLines lateLines, JdbcClient jdbc) {
        this.closes = closes;
        this.lateLines = lateLines;
        this.jdbc = jdbc;
    }

    /** Stores the judged events of a source. */
    void store(Profile profile, long sourceId) {
        jdbc.sql(STORE)
                .params(Map.of("source", sourceId, "system", profile.statusWordsOf()))
                .update();
        jdbc.sql(MARK).param(sourceId).update();
        jdbc.sql("analyze line_event").update();
    }

    /** Before a snapshot's rows come, which stand under the same keys. */
    void clear(long closeId) {
        jdbc.sql(CLEAR).param(closeId).update();
    }

    @Override
    public void settle(long closeId) {
        var close = closes.withKey(closeId);
        if (!close.isChangeable() && !close.isBeingCorrected()) {
            return;
        }
        var shapes = jdbc.sql(SHAPES)
                .param(closeId)
                .query((row, number) -> new Shapes(row.getObject("feed", Long.class), row.getBoolean("snapshot")))
                .single();
        clear(closeId);
        if (shapes.feed() != null && !shapes.snapshot()) {
            int settled = jdbc.sql(SETTLE)
                    .params(Map.of("close", closeId, "feed", shapes.feed()))
                    .update();
            if (settled > LARGE) {
                jdbc.sql("analyze billing_row").update();
            }
        }
        // After them, so that what a period's own events say goes before what earlier ones said late.
        lateLines.settle(closeId);
    }

    /** What files tell how the lines of a close end. */
    private record Shapes(@Nullable Long feed, boolean snapshot) {}

    @Override
    @Transactional(readOnly = true)
    public List<Event> of(long closeId, List<String> accounts) {
        return jdbc.sql(OF_ACCOUNTS)
                .param("close", closeId)
                .param("accounts", accounts.toArray(String[]::new))
                .query((row, number) -> event(row))
                .list();
    }

    private static Event event(ResultSet row) throws SQLException {
        var effective = row.getObject("effective_at", OffsetDateTime.class);
        return new Event(
                row.getString("account"),
                row.getString("subscription"),
                row.getString("product"),
                row.getString("line_name"),
                row.getString("event_id"),
                row.getString("kind"),
                Objects.requireNonNull(row.getObject("placed_at", OffsetDateTime.class))
                        .toInstant(),
                row.getString("placed_by"),
                effective == null ? null : effective.toInstant(),
                row.getBoolean("late"),
                row.getBigDecimal("said_before"),
                row.getBigDecimal("stood_at"),
                row.getBigDecimal("amount"),
                row.getString("currency"),
                row.getString("status"),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("discount"),
                row.getLong("source_id"),
                row.getString("file_name"),
                row.getLong("line"));
    }
}
