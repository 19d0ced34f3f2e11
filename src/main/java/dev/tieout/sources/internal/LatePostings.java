package dev.tieout.sources.internal;

import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.closing.SignOff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Late postings wait under a later period's name; when that period is open already, its data has changed too. */
@Component
class LatePostings {

    private static final String PERIODS = "select distinct period from ledger_row where source_id = ? and late";

    private final JdbcClient jdbc;
    private final Closes closes;

    LatePostings(JdbcClient jdbc, Closes closes) {
        this.jdbc = jdbc;
        this.closes = closes;
    }

    /** Tells the open closes that a source's late postings belong to. */
    void touch(long sourceId) {
        var periods = jdbc.sql(PERIODS).param(sourceId).query(String.class).set();
        if (periods.isEmpty()) {
            return;
        }
        closes.all().stream()
                .filter(close -> periods.contains(close.period()))
                .filter(Close::isChangeable)
                .forEach(close -> closes.changed(
                        close.key(), SignOff.Kind.PUBLICATION, "Late postings of an earlier period came or went."));
    }
}
