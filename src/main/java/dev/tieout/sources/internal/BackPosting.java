package dev.tieout.sources.internal;

import dev.tieout.audit.AuditTrail;
import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.organisation.Actor;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.sources.AccountMoves;
import dev.tieout.sources.LatePosting.RowKey;
import dev.tieout.sources.LatePostings.Note;
import dev.tieout.sources.Receipt;
import dev.tieout.sources.SourceKind;
import dev.tieout.sources.SourceReceived;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes late postings into the close that they came with. Belongs into the transaction of the note. */
@Component
class BackPosting {

    private static final String NAMED =
            "(source_id, line) in (select * from unnest(:sources::bigint[], :lines::bigint[]))";

    private static final String BILLING_ROWS = "select count(*) from late_posting where close_id = :close and " + NAMED;

    private static final String EVENTS = "select count(*) from line_event where late and " + NAMED;

    private static final String LEDGER_ROWS = "select count(*) from ledger_row where late and " + NAMED;

    /** From here on they count under the note's receipt. */
    private static final String MARK = """
            update late_posting l set taken_close_id = :close, taken_source_id = :receipt, taken_line = n.number, back_posting_id = :note
            from (select id, row_number() over (order by source_id, line) as number
                  from late_posting where close_id = :close and %s) n
            where n.id = l.id
            """.formatted(NAMED);

    /** The latest of each line, in place of what stands there; a change is added to that, or to what an earlier posting of the note says. */
    private static final String PUT = """
            insert into billing_row as b (organisation, close_id, account, subscription, product, mrr, currency, status, quantity,
                                          discount, source_ref, posted_at, placed_value, source_id, line)
            select current_organisation(), :close, l.account, l.subscription, l.product,
                   case when l.is_change then greatest(coalesce(l.said, s.mrr, 0) + l.change, 0) else l.amount end, l.currency,
                   case when l.is_change and coalesce(l.said, s.mrr, 0) + l.change <= 0 then 'CANCELLED' else l.status end,
                   l.quantity, l.discount, l.source_ref, l.posted_at, l.placed_value, l.taken_source_id, l.taken_line
            from (
                select p.*, max(amount) filter (where place = said_place) over line as said,
                       coalesce(sum(amount) filter (where is_change and (said_place is null or place < said_place)) over line, 0) as change
                from (
                    select q.*, min(place) filter (where not is_change) over (partition by account, subscription, product) as said_place
                    from (
                        select once.*, row_number() over (partition by account, subscription, product
                                                          order by posted_at desc, taken_line desc) as place
                        from (
                            select distinct on (account, subscription, product, coalesce(source_ref, source_id || ':' || line)) *
                            from late_posting
                            where back_posting_id = :note
                            order by account, subscription, product, coalesce(source_ref, source_id || ':' || line), id desc
                        ) once
                    ) q
                ) p
                window line as (partition by account, subscription, product)
            ) l
            left join billing_row s
                on s.close_id = :close and s.account = l.account and s.subscription = l.subscription and s.product = l.product
            where l.place = 1
            on conflict (close_id, account, subscription, product) do update
            set mrr = excluded.mrr, currency = excluded.currency, status = excluded.status,
                quantity = coalesce(excluded.quantity, b.quantity), discount = coalesce(excluded.discount, b.discount),
                source_ref = excluded.source_ref, posted_at = excluded.posted_at, placed_value = excluded.placed_value,
                source_id = excluded.source_id, line = excluded.line, from_events = false
            """;

    /** Events are run again with the others of the period. */
    private static final String MOVE_EVENTS =
            "update line_event set period = :period, back_posting_id = :note where late and " + NAMED;

    private static final String POST =
            "update ledger_row set period = :period, back_posting_id = :note where late and " + NAMED;

    private static final String BILLING_PART = "select currency, amount from late_posting where back_posting_id = :note"
            + " union all select currency, coalesce(after, change) from line_event where late and back_posting_id = :note and "
            + NAMED;

    private static final String LEDGER_PART =
            "select currency, amount from ledger_row where late and back_posting_id = :note and " + NAMED;

    private final Closes closes;
    private final Receipts receipts;
    private final LateLines lines;
    private final LaterCloses laterCloses;
    private final EventLog log;
    private final AccountMoves moves;
    private final CurrentActor currentActor;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    BackPosting(
            Closes closes,
            Receipts receipts,
            LateLines lines,
            LaterCloses laterCloses,
            EventLog log,
            AccountMoves moves,
            CurrentActor currentActor,
            AuditTrail audit,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            Clock clock) {
        this.closes = closes;
        this.receipts = receipts;
        this.lines = lines;
        this.laterCloses = laterCloses;
        this.log = log;
        this.moves = moves;
        this.currentActor = currentActor;
        this.audit = audit;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Receipt> carryOut(Close close, Note note) {
        currentActor.require();
        if (!close.isChangeable()) {
            throw new Closes.CloseIsFinal(close);
        }
        var kept = new ArrayList<Receipt>();
        laterCloses.without(LateRows.named(note.records()), () -> {
            if (count(close, note, BILLING_ROWS) + count(close, note, EVENTS) > 0) {
                kept.add(bill(close, note));
            }
            if (count(close, note, LEDGER_ROWS) > 0) {
                kept.add(receipt(close, note, SourceKind.LEDGER, POST, LEDGER_PART));
                // In this period an account may go by another id than in the one that gives its postings back.
                moves.apply(close.key());
            }
        });
        return List.copyOf(kept);
    }

    private Receipt bill(Close close, Note note) {
        lines.makeRoom(close.key());
        about(close, note, MOVE_EVENTS).update();
        log.settle(close.key());
        return receipt(close, note, SourceKind.BILLING, MARK, BILLING_PART);
    }

    private Receipt receipt(Close close, Note note, SourceKind kind, String take, String part) {
        var bytes = note.text().getBytes(StandardCharsets.UTF_8);
        var name = "Back-posting note " + note.id();
        closes.changed(close.key(), kind.touches(), name + " was carried out.");
        long id = receipts.begin(new Receipts.Beginning(
                close.key(),
                kind,
                Receipt.BACK_POSTING,
                null,
                null,
                name,
                sha256(bytes),
                bytes.length,
                null,
                Actor.SYSTEM,
                clock.instant()));
        about(close, note, take).param("receipt", id).update();
        if (kind == SourceKind.BILLING) {
            lines.settle(close.key());
            about(close, note, PUT).update();
        }
        about(close, note, tally(part)).param("receipt", id).update();
        var receipt = receipts.withId(id).receipt();
        audit.record("late-postings-back-posted", "close/" + close.period() + "/source/" + id, null, receipt, null);
        events.publishEvent(new SourceReceived(close.key(), kind, id));
        return receipt;
    }

    /** All that the note says comes in; sums by currency in major units. */
    private static String tally(String part) {
        return """
            with part as (%s), sums as (
                select currency, jsonb_build_object('rows', sum(amount)::text, 'accepted', sum(amount)::text, 'duplicates', '0',
                    'rejected', '0', 'late', '0') as totals
                from part group by currency
            )
            update source s set rows = (select count(*) from part), accepted = (select count(*) from part),
                control_totals = (select jsonb_object_agg(currency, totals) from sums)
            where s.id = :receipt
            """.formatted(part);
    }

    private long count(Close close, Note note, String query) {
        return about(close, note, query).query(Long.class).single();
    }

    private JdbcClient.StatementSpec about(Close close, Note note, String statement) {
        return jdbc.sql(statement)
                .params(Map.of("close", close.key(), "period", close.period(), "note", note.id()))
                .param("sources", note.records().stream().map(RowKey::source).toArray(Long[]::new))
                .param("lines", note.records().stream().map(RowKey::line).toArray(Long[]::new));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
