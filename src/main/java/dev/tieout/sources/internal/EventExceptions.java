package dev.tieout.sources.internal;

import dev.tieout.closing.Close;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where a close's change events contradict its opening, each other, or its snapshot. */
@Component
class EventExceptions {

    /** A dormant line stands at what it is billed and counts for nothing: either is right to say before the next event. */
    private static final String BROKEN = """
            select e.*, s.file_name,
                   case when e.amount < 0 then 'BELOW'
                        when e.stood_currency <> e.currency and e.stood_at <> 0 then 'CURRENCY'
                        else 'BEFORE' end as fault
            from event_run(:close, null) e left join source s on s.id = e.source_id
            where e.amount < 0
               or (e.stood_currency <> e.currency and e.stood_at <> 0)
               or (e.said_before <> e.stood_at
                   and not (e.said_before = 0 and is_dormant(e.stood_status)))
            order by e.account, e.subscription, e.product, e.step
            limit 20
            """;

    /** Lines that both shapes tell of differently; only where a snapshot and a file of events are both in. */
    private static final String APART = """
            with shape as (
                select coalesce(bool_or(events), false) and coalesce(bool_or(not events and accepted > 0), false) as both
                from source where close_id = :close and kind = 'BILLING' and state = 'ACCEPTED'
                  and profile not in ('correction-note', 'late-postings', 'back-posting-note')
            )
            select account, line_name(subscription, product) as line,
                   coalesce(recognised_mrr(e.amount, e.status, :pause), 0) as by_events, e.currency as of_events,
                   coalesce(recognised_mrr(b.mrr, b.status, :pause), 0) as by_snapshot, b.currency as of_snapshot
            from (select l.* from shape cross join evented_line(:close) l where shape.both) e
            full join (select r.* from shape cross join billing_row r where shape.both and r.close_id = :close and not r.late) b
                using (account, subscription, product)
            where coalesce(recognised_mrr(e.amount, e.status, :pause), 0) <> coalesce(recognised_mrr(b.mrr, b.status, :pause), 0)
               or (e.currency <> b.currency and recognised_mrr(b.mrr, b.status, :pause) > 0)
            order by account, line
            limit 20
            """;

    private final JdbcClient jdbc;

    EventExceptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sentences; at most 20 of each sort. */
    List<String> of(Close close, String pause) {
        var sentences = new ArrayList<String>();
        jdbc.sql(BROKEN)
                .param("close", close.key())
                .query((row, number) -> {
                    var event = "Event “" + row.getString("event_id") + "” of account “" + row.getString("account")
                            + "” (" + row.getString("file_name") + ", line " + row.getLong("line") + ") ";
                    var stood = plain(row.getBigDecimal("stood_at")) + " " + row.getString("stood_currency");
                    return switch (row.getString("fault")) {
                        case "BELOW" ->
                            event + "takes its line below zero, to " + plain(row.getBigDecimal("amount")) + " "
                                    + row.getString("currency") + ".";
                        case "CURRENCY" ->
                            event + "is in " + row.getString("currency") + ", and its line stood at " + stood + ".";
                        default ->
                            event + "says " + plain(row.getBigDecimal("said_before"))
                                    + " before it, and its line stood at " + plain(row.getBigDecimal("stood_at")) + " "
                                    + row.getString("currency") + ".";
                    };
                })
                .list()
                .forEach(sentences::add);
        jdbc.sql(APART)
                .params(Map.of("close", close.key(), "pause", pause))
                .query((row, number) -> "Line “" + row.getString("line") + "” of account “" + row.getString("account")
                        + "” closes at " + said(row.getBigDecimal("by_events"), row.getString("of_events"))
                        + " by its opening and events and at "
                        + said(row.getBigDecimal("by_snapshot"), row.getString("of_snapshot"))
                        + " by the snapshot. Replace the file that is wrong.")
                .list()
                .forEach(sentences::add);
        return sentences;
    }

    private static String said(BigDecimal amount, @Nullable String currency) {
        return currency == null ? plain(amount) : plain(amount) + " " + currency;
    }

    private static String plain(BigDecimal amount) {
        var plain = amount.stripTrailingZeros();
        return (plain.scale() < 2 ? plain.setScale(2) : plain).toPlainString();
    }
}
