package dev.tieout.sources.internal;

import dev.tieout.audit.AuditTrail;
import dev.tieout.closing.Close;
import dev.tieout.policy.MetricPolicy.Choices;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notices an opening of which the billing files leave out more than the policy tolerates: a part of the book was not exported, or the file was
 * exported after the cutoff and every row bears that time. A person looks before hundreds of accounts churn, or stand still, by a mistake.
 */
@Component
class Absences {

    /** Up to so many lines are a few accounts, which the movements' review shows one by one. */
    private static final long FEW = 10;

    /** Opening lines, those that no row tells of, and those of which all that is known came after the cutoff. */
    private static final String MISSING = """
            select count(*) as lines, count(*) filter (where b.account is null) as absent, count(l.id) as late
            from opening_line o
            left join billing_row b
                on b.close_id = o.close_id and b.account = o.account and b.subscription = o.subscription and b.product = o.product
            left join late_posting l on l.close_id = o.close_id and l.source_id = b.source_id and l.line = b.line
            where o.close_id = :close
            """;

    private static final String ACKNOWLEDGED = """
            select exists (select from absence_acknowledgement where close_id = :close and files = :files)
            """;

    /** The files that tell what stands at the end; empty before there is one. */
    private static final String FILES = """
            select coalesce(string_agg(id::text, ',' order by id), '') from source
            where close_id = :close and kind = 'BILLING' and state = 'ACCEPTED'
              and profile not in ('late-postings', 'back-posting-note')
            """;

    private static final String COLUMNS = """
            select string_agg(distinct coalesce(s.placed_by, 'posted_at'), ', ')
            from late_posting l join source s on s.id = l.source_id where l.close_id = :close
            """;

    private static final String ACKNOWLEDGE = """
            insert into absence_acknowledgement (organisation, close_id, files, person, at, comment)
            values (current_organisation(), :close, :files, :person, :at, :comment)
            on conflict do nothing
            """;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    Absences(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Sentences; empty when the files leave out no more than the policy tolerates, or a person has looked at these files. */
    List<String> of(Close close, Choices choices) {
        var files = text(FILES, close);
        if (files.isEmpty() || isAcknowledged(close, files)) {
            return List.of();
        }
        var missing = missing(close);
        var sentences = new ArrayList<String>();
        if (missing.isTooMany(missing.absent(), choices)) {
            sentences.add("Absent lines: no row of the billing files tells of " + missing.share(missing.absent())
                    + "; they would close at nothing. The metric policy tolerates " + percent(choices)
                    + ". Was the whole book exported?");
        }
        if (missing.isTooMany(missing.late(), choices)) {
            sentences.add("Late lines: of " + missing.share(missing.late())
                    + " the billing files tell only what was posted after the"
                    + " cutoff, " + close.cutoff() + "; they would stand as they opened. The metric policy tolerates "
                    + percent(choices)
                    + ". If " + text(COLUMNS, close)
                    + " is when the file was exported, replace the file and leave that column out or blank.");
        }
        return sentences;
    }

    /** Notes that a person has seen what {@link #of} says, if it says anything. */
    void acknowledge(Close close, Choices choices, String person, String comment) {
        var seen = of(close, choices);
        if (seen.isEmpty()) {
            return;
        }
        jdbc.sql(ACKNOWLEDGE)
                .param("close", close.key())
                .param("files", text(FILES, close))
                .param("person", person)
                .param("at", Timestamp.from(clock.instant()))
                .param("comment", comment)
                .update();
        audit.record("absence-acknowledged", "close/" + close.period(), null, Map.of("seen", seen), comment);
    }

    private Missing missing(Close close) {
        return jdbc.sql(MISSING)
                .param("close", close.key())
                .query((row, number) -> new Missing(row.getLong("lines"), row.getLong("absent"), row.getLong("late")))
                .single();
    }

    private boolean isAcknowledged(Close close, String files) {
        return jdbc.sql(ACKNOWLEDGED)
                .param("close", close.key())
                .param("files", files)
                .query(Boolean.class)
                .single();
    }

    private String text(String query, Close close) {
        return jdbc.sql(query).param("close", close.key()).query(String.class).single();
    }

    private static String percent(Choices choices) {
        return choices.toleratedAbsence().movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }

    /** Of the opening's lines. */
    private record Missing(long lines, long absent, long late) {

        /** Never of a few lines, but for every single one. */
        boolean isTooMany(long some, Choices choices) {
            boolean all = some == lines && lines > 1;
            var tolerated = choices.toleratedAbsence().multiply(BigDecimal.valueOf(lines));
            return some > 0 && (all || (some > FEW && BigDecimal.valueOf(some).compareTo(tolerated) > 0));
        }

        String share(long some) {
            var percent = BigDecimal.valueOf(some)
                    .movePointRight(2)
                    .divide(BigDecimal.valueOf(lines), 1, RoundingMode.HALF_EVEN);
            return some + " of " + lines + " opening lines (" + percent + " %)";
        }
    }
}
