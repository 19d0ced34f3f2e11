package dev.tieout.evidence.internal;

import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.publication.Published;
import dev.tieout.terms.PeriodLength;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps, in the transaction that publishes a version, everything of it that may change later. */
@Component
class Snapshots {

    /**
     * The few rows of other tables as they stand, whole: whatever columns they get, the record has them. The previous version is the one
     * that the opening was carried over from, the latest before the cohort was frozen last.
     */
    private static final String RECORDS = """
            insert into evidence_record (organisation, publication_id, kind, record)
            select current_organisation(), :publication, kind, record
            from (
                select 'close' as kind, to_jsonb(c) as record from close c where id = :close
                union all
                select 'policy', to_jsonb(p)
                from close c join metric_policy p on p.organisation = c.organisation and p.version = c.policy_version
                where c.id = :close
                union all
                select 'sign_off', to_jsonb(s) from sign_off s where close_id = :close
                union all
                select 'task', to_jsonb(t) from task t where close_id = :close
                union all
                select 'movement_decision', to_jsonb(d) from movement_decision d where close_id = :close
                union all
                select 'source', to_jsonb(s) from source s where close_id = :close and state = 'ACCEPTED'
                union all
                select 'source_duplicate', to_jsonb(d)
                from source s join source_duplicate d on d.source_id = s.id
                where s.close_id = :close and s.state = 'ACCEPTED'
                union all
                select 'rate', to_jsonb(r) from rate r where close_id = :close
                union all
                select 'tie_out_total', to_jsonb(t) from tie_out_total t where close_id = :close
                union all
                select 'variance', to_jsonb(v) from variance v where close_id = :close
                union all
                select 'variance_comment', to_jsonb(c)
                from variance v join variance_comment c on c.variance_id = v.id where v.close_id = :close
                union all
                select 'variance_attachment', jsonb_build_object('id', a.id, 'variance_id', a.variance_id, 'at', a.at,
                                                                 'person', a.person, 'name', a.name, 'sha256', a.sha256)
                from variance v join variance_attachment a on a.variance_id = v.id where v.close_id = :close
                union all
                (select 'previous', jsonb_build_object('period', p.period, 'version', v.version, 'status', v.status)
                 from close c
                 join close p on p.organisation = c.organisation and p.ends_on = c.starts_on
                 join publication v on v.close_id = p.id
                 where c.id = :close
                   and v.published_at <= (select max(at) from audit_entry
                                          where action = 'cohort-frozen' and subject = 'close/' || c.period)
                 order by v.version desc limit 1)
            ) kept
            """;

    /** Whose lines the close's latest kept version has. */
    private static final String LATEST = """
            select e.kept_by from evidence_part e join publication p on p.id = e.publication_id
            where p.close_id = :close and e.part = :part
            order by p.version desc limit 1
            """;

    private static final String BELONGS = "insert into evidence_part (organisation, publication_id, part, kept_by)"
            + " values (current_organisation(), :publication, :part, :kept_by)";

    private final Closes closes;
    private final JdbcClient jdbc;

    Snapshots(Closes closes, JdbcClient jdbc) {
        this.closes = closes;
        this.jdbc = jdbc;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void keep(Published published) {
        var publication = published.publication();
        var values = values(closes.withKey(publication.closeId()), publication.id());
        jdbc.sql(RECORDS).params(values).update();
        for (var part : KeptPart.values()) {
            keep(part, values);
        }
    }

    private void keep(KeptPart part, Map<String, Object> values) {
        var latest = jdbc.sql(LATEST)
                .params(values)
                .param("part", part.name())
                .query(Long.class)
                .optional();
        var same = latest.filter(
                keptBy -> isTrue(part.sameNumber(), keptBy, values) && isTrue(part.same(), keptBy, values));
        if (same.isEmpty()) {
            jdbc.sql(part.keep()).params(values).update();
        }
        jdbc.sql(BELONGS)
                .params(values)
                .param("part", part.name())
                .param("kept_by", same.isPresent() ? same.get() : values.get("publication"))
                .update();
    }

    private boolean isTrue(String question, long keptBy, Map<String, Object> values) {
        return jdbc.sql(question)
                .params(values)
                .param("kept_by", keptBy)
                .query(Boolean.class)
                .single();
    }

    private static Map<String, Object> values(Close close, long publication) {
        var span = close.span();
        var values = new HashMap<String, Object>();
        values.put("close", close.key());
        values.put("publication", publication);
        values.put("period", close.period());
        values.put("monthly", span.length() == PeriodLength.MONTH);
        values.put("last_month", span.lastMonth().atDay(1));
        return values;
    }
}
