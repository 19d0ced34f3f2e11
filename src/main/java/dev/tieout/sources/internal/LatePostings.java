package dev.tieout.sources.internal;

import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.closing.SignOff;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Late postings wait under a later period's name; when that period is open already, its data has changed too. */
@Component
class LatePostings {

    private static final String PERIODS = "select distinct period from ledger_row where source_id = ? and late";

    private static final String OF_EVENTS = "select distinct period from line_event where source_id = ? and late";

    private final JdbcClient jdbc;
    private final Closes closes;
    private final EventLog events;

    LatePostings(JdbcClient jdbc, Closes closes, EventLog events) {
        this.jdbc = jdbc;
        this.closes = closes;
        this.events = events;
    }

    /**
     * Tells the open closes that a source's late rows belong to, before such rows go and after they came.
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
            events.settle(close.key());
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
}
