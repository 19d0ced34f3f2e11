package dev.tieout.sources.internal;

import dev.tieout.closing.Close;
import dev.tieout.closing.CloseOpened;
import dev.tieout.closing.Closes;
import dev.tieout.closing.SignOff;
import dev.tieout.sources.SourceKind;
import dev.tieout.sources.SourceReceived;
import dev.tieout.sources.Sources.FileRefused;
import dev.tieout.terms.Refusal;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Late postings go to a later period by themselves: when it opens, or, when it is open already, at once. */
@Component
class LaterCloses {

    private static final String PERIODS = "select distinct period from ledger_row where source_id = ? and late";

    private static final String OF_EVENTS = "select distinct period from line_event where source_id = ? and late";

    /** Later closes that count late billing rows of a source. */
    private static final String TAKEN_BY =
            "select distinct taken_close_id from late_posting where source_id = any (?) and taken_close_id is not null"
                    + " and back_posting_id is null";

    private static final String NOTED =
            "select exists (select from late_posting where source_id = :source and back_posting_id is not null)"
                    + " or exists (select from line_event where source_id = :source and back_posting_id is not null)";

    private final JdbcClient jdbc;
    private final Imports imports;
    private final Closes closes;
    private final LateTaking taking;
    private final LateLines lines;
    private final EventLog log;
    private final ApplicationEventPublisher events;

    LaterCloses(
            JdbcClient jdbc,
            Imports imports,
            Closes closes,
            LateTaking taking,
            LateLines lines,
            EventLog log,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.imports = imports;
        this.closes = closes;
        this.taking = taking;
        this.lines = lines;
        this.log = log;
        this.events = events;
    }

    @EventListener
    void on(CloseOpened opened) {
        // An import into an earlier close either sees this one or has its late rows here.
        imports.inOrder();
        taking.into(closes.withKey(opened.closeId()));
    }

    /**
     * Tells the open closes that a source's late postings and events belong to, before such rows go and after they came.
     *
     * @return the closes whose events those are, to be settled when they are gone
     */
    List<Close> touch(long sourceId) {
        open(PERIODS, sourceId)
                .forEach(close -> closes.changed(
                        close.key(), SignOff.Kind.PUBLICATION, "Late postings of an earlier period came or went."));
        var evented = open(OF_EVENTS, sourceId);
        evented.forEach(close -> {
            closes.changed(close.key(), SignOff.Kind.CLASSIFICATION, "Late events of an earlier period came or went.");
            log.settle(close.key());
        });
        return evented;
    }

    private List<Close> open(String query, long sourceId) {
        var periods = jdbc.sql(query).param(sourceId).query(String.class).set();
        if (periods.isEmpty()) {
            return List.of();
        }
        return closes.all().stream()
                .filter(close -> periods.contains(close.period()))
                .filter(Close::isChangeable)
                .toList();
    }

    /** After a billing source of a close has come: what it brought late goes to the first later close that is open and takes it. */
    void takeIn(Close from) {
        closes.all().stream()
                .filter(close -> close.startsOn().isAfter(from.startsOn()))
                .filter(Close::isChangeable)
                .sorted(Comparator.comparing(Close::startsOn))
                .forEach(close -> taking.into(close).ifPresent(receipt -> tell(close, receipt.id())));
    }

    /** Takes a source's late billing rows away, and settles the later closes that counted them. */
    void without(long sourceId, Runnable gone) {
        boolean noted =
                jdbc.sql(NOTED).param("source", sourceId).query(Boolean.class).single();
        if (noted) {
            throw new FileRefused(
                    Refusal.Kind.CONFLICT,
                    "source-back-posted",
                    "A back-posting note has taken late rows of this file in; it is replaced no more.");
        }
        without(List.of(sourceId), gone);
    }

    /** Runs something that takes late billing rows of sources away, and settles the later closes that counted them. */
    void without(List<Long> sources, Runnable gone) {
        var counting = jdbc.sql(TAKEN_BY).param(sources.toArray(Long[]::new)).query(Long.class).list().stream()
                .map(closes::withKey)
                .filter(Close::isChangeable)
                .toList();
        counting.forEach(close -> lines.makeRoom(close.key()));
        gone.run();
        counting.forEach(close -> {
            lines.settle(close.key());
            tell(close, sources.getFirst());
        });
    }

    private void tell(Close close, long sourceId) {
        closes.changed(close.key(), SignOff.Kind.CLASSIFICATION, "Late postings of an earlier period came or went.");
        events.publishEvent(new SourceReceived(close.key(), SourceKind.BILLING, sourceId));
    }
}
