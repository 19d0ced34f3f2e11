package dev.tieout.sources.internal;

import dev.tieout.audit.AuditTrail;
import dev.tieout.closing.Close;
import dev.tieout.organisation.Actor;
import dev.tieout.sources.Receipt;
import dev.tieout.sources.SourceKind;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes late billing rows that wait into a close whose cutoff is after them, under a receipt of its own. */
@Component
class LateTaking {

    /** The profile in the receipts of late postings. */
    static final String PROFILE = Receipt.LATE_POSTINGS;

    private static final String WAITING = """
            from late_posting l join close c on c.id = l.close_id
            where l.taken_close_id is null and l.posted_at < :cutoff and c.starts_on < :starts
            """;

    /** What comes in, as one text, and the periods that it came with; without a row when nothing waits. */
    private static final String BATCH = """
            select string_agg(distinct c.period, ', ') as periods, count(*) as rows,
                   encode(sha256(convert_to(string_agg(concat_ws(E'\\t', l.source_id, l.line, l.account, l.subscription, l.product, l.amount,
                       l.currency, l.status, l.posted_at), E'\\n' order by l.source_id, l.line), 'UTF8')), 'hex') as sha256
            """ + WAITING + "having count(*) > 0";

    private static final String TAKE = """
            update late_posting t set taken_close_id = :close, taken_source_id = :source, taken_line = w.number
            from (select l.id, row_number() over (order by l.source_id, l.line) as number
            """ + WAITING + ") w where w.id = t.id";

    private final Receipts receipts;
    private final LateLines lines;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    LateTaking(Receipts receipts, LateLines lines, AuditTrail audit, JdbcClient jdbc, Clock clock) {
        this.receipts = receipts;
        this.lines = lines;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The receipt of what came in; empty when nothing waited. Taking again changes nothing. */
    Optional<Receipt> into(Close close) {
        var batch = jdbc.sql(BATCH)
                .param("cutoff", Timestamp.from(close.cutoff()))
                .param("starts", close.startsOn())
                .query((row, number) -> new Batch(row.getString("periods"), row.getString("sha256")))
                .optional();
        return batch.map(found -> take(close, found));
    }

    private Receipt take(Close close, Batch batch) {
        long id = receipts.begin(new Receipts.Beginning(
                close.key(),
                SourceKind.BILLING,
                PROFILE,
                null,
                null,
                "Late postings of " + batch.periods(),
                batch.sha256(),
                0,
                null,
                Actor.SYSTEM,
                clock.instant()));
        jdbc.sql(TAKE)
                .param("cutoff", Timestamp.from(close.cutoff()))
                .param("starts", close.startsOn())
                .param("close", close.key())
                .param("source", id)
                .update();
        lines.settle(close.key());
        var receipt = receipts.withId(id).receipt();
        audit.record("late-postings-taken-in", "close/" + close.period() + "/source/" + id, null, receipt, null);
        return receipt;
    }

    /** What waits, told from other batches by its hash. */
    private record Batch(String periods, String sha256) {}
}
