package dev.tieout.sources.internal;

import dev.tieout.closing.Close;
import dev.tieout.closing.CloseOpened;
import dev.tieout.closing.Closes;
import dev.tieout.closing.SignOff;
import dev.tieout.sources.AccountMoves;
import dev.tieout.sources.SourceKind;
import dev.tieout.sources.SourceReceived;
import dev.tieout.sources.Sources.FileRefused;
import dev.tieout.terms.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Late postings go to a later period by themselves: when it opens, or, when it is open already, at once. A period that is final keeps what it
 * has counted: whatever would take it away, or add to it, is refused.
 */
@Component
class LaterCloses {

    /** Closes that count some late rows, and of which sorts; what a note took in counts by the note. */
    private static final String COUNTING = """
            select close_id, bool_or(sort = 'BILLING') as billing, bool_or(sort = 'EVENTS') as events
            from (
                select 'LEDGER' as sort, k.id as close_id
                from ledger_row r join close k on k.organisation = r.organisation and k.period = r.period
                where r.late and r.back_posting_id is null and AMONG
                union
                select 'EVENTS', k.id
                from line_event r join close k on k.organisation = r.organisation and k.period = r.period
                where r.late and r.back_posting_id is null and AMONG
                union
                select 'BILLING', r.taken_close_id
                from late_posting r
                where r.taken_close_id is not null and r.back_posting_id is null and AMONG
            ) counted
            join close c on c.id = close_id
            group by close_id, c.starts_on
            order by c.starts_on
            """.replace("AMONG", LateRows.AMONG);

    private static final String NOTED = """
            select exists (select from late_posting r where r.back_posting_id is not null and AMONG)
                or exists (select from line_event r where r.back_posting_id is not null and AMONG)
                or exists (select from ledger_row r where r.back_posting_id is not null and AMONG)
            """.replace("AMONG", LateRows.AMONG);

    private static final String CAME_OR_WENT = "Late postings of an earlier period came or went.";

    private final JdbcClient jdbc;
    private final Imports imports;
    private final Closes closes;
    private final LateTaking taking;
    private final LateLines lines;
    private final EventLog log;
    private final AccountMoves moves;
    private final ApplicationEventPublisher events;

    LaterCloses(
            JdbcClient jdbc,
            Imports imports,
            Closes closes,
            LateTaking taking,
            LateLines lines,
            EventLog log,
            AccountMoves moves,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.imports = imports;
        this.closes = closes;
        this.taking = taking;
        this.lines = lines;
        this.log = log;
        this.moves = moves;
        this.events = events;
    }

    @EventListener
    void on(CloseOpened opened) {
        // An import into an earlier close either sees this one or has its late rows here.
        imports.inOrder();
        taking.into(closes.withKey(opened.closeId()));
    }

    /** A close that counts late rows: whether billing rows or events are among them; if neither, postings of the ledger are. */
    private record Counting(Close close, boolean billing, boolean events) {

        SignOff.Kind touches() {
            return billing || events ? SignOff.Kind.CLASSIFICATION : SignOff.Kind.PUBLICATION;
        }
    }

    /** Earliest first, as everything does that locks several closes. */
    private List<Counting> counting(LateRows rows) {
        return jdbc.sql(COUNTING)
                .params(rows.values())
                .query((row, number) -> new Counting(
                        closes.withKey(row.getLong("close_id")), row.getBoolean("billing"), row.getBoolean("events")))
                .list();
    }

    /** After a source has come: tells the closes that its late postings and events belong to. */
    void touch(long sourceId) {
        var counting = counting(LateRows.of(List.of(sourceId)));
        announce(counting);
        counting.forEach(each -> settle(each, sourceId));
    }

    /** After a billing source of a close has come: what it brought late goes to the first later close that is open and takes it. */
    void takeIn(Close from) {
        later(from)
                .forEach(close -> taking.into(close).ifPresent(receipt -> {
                    closes.changed(close.key(), SignOff.Kind.CLASSIFICATION, CAME_OR_WENT);
                    events.publishEvent(new SourceReceived(close.key(), SourceKind.BILLING, receipt.id()));
                }));
    }

    /** After a file of moves has come or gone: later closes that are open may open, or tie out, under other ids now. */
    void move(Close from, long sourceId) {
        later(from).forEach(close -> {
            closes.holdRevision(close.key());
            moves.apply(close.key()).ifPresent(touched -> {
                closes.changed(close.key(), touched, "A file of moves to another billing system came or went.");
                log.settle(close.key());
                events.publishEvent(new SourceReceived(close.key(), SourceKind.MIGRATION, sourceId));
            });
        });
    }

    private Stream<Close> later(Close from) {
        return closes.all().stream()
                .filter(close -> close.startsOn().isAfter(from.startsOn()))
                .filter(Close::isChangeable)
                .sorted(Comparator.comparing(Close::startsOn));
    }

    /** A note has taken rows of a file in under a person's approval: the file stays. */
    void refuseNoted(List<Long> sources) {
        boolean noted = jdbc.sql(NOTED)
                .params(LateRows.of(sources).values())
                .query(Boolean.class)
                .single();
        if (noted) {
            throw new FileRefused(
                    Refusal.Kind.CONFLICT,
                    "source-back-posted",
                    "A back-posting note has taken late rows of this file, or of a file that corrects it, in; it is replaced no"
                            + " more.");
        }
    }

    /**
     * Runs something that takes late rows away from where they count, and settles the later closes that counted them.
     *
     * @throws FileRefused when one of these is final
     */
    void without(LateRows rows, Runnable gone) {
        var counting = counting(rows);
        announce(counting);
        counting.stream()
                .filter(Counting::billing)
                .forEach(each -> lines.makeRoom(each.close().key()));
        gone.run();
        counting.forEach(each -> settle(each, rows.sources().getFirst()));
    }

    /** Locks the closes before anything of them changes; one that becomes final meanwhile is refused there. */
    private void announce(List<Counting> counting) {
        for (var each : counting) {
            var close = each.close();
            if (!close.isChangeable()) {
                throw new FileRefused(
                        Refusal.Kind.CONFLICT,
                        "later-close-final",
                        "Late rows of this file count in the close of " + close.period()
                                + ", which is final: nothing takes them away or adds to them. Raise a correction of "
                                + close.period() + " instead.");
            }
            closes.changed(close.key(), each.touches(), CAME_OR_WENT);
        }
    }

    private void settle(Counting counting, long sourceId) {
        long close = counting.close().key();
        // Postings of an account that has moved in that period stand under its new id.
        moves.apply(close);
        if (counting.events()) {
            log.settle(close);
        } else if (counting.billing()) {
            lines.settle(close);
        }
        if (counting.billing() || counting.events()) {
            events.publishEvent(new SourceReceived(close, SourceKind.BILLING, sourceId));
        }
    }
}
