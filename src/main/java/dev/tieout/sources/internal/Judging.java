package dev.tieout.sources.internal;

import dev.tieout.closing.Close;
import java.sql.Timestamp;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says of all good rows of a file at once which are accepted, duplicates or late, once the first row of each key has been stored: in the
 * temporary table {@code held} those that are not accepted, in the temporary view {@code judged} all of them.
 */
@Component
class Judging {

    private static final String CREATE_HELD =
            "create temp table held (row_line bigint, fate text, first_source bigint, first_line bigint) on commit drop";

    /** A late change that another file of whatever close brought, or an earlier row of this one, is the same change. */
    private static final String REPEATED = """
            update held h set fate = 'DUPLICATE', first_source = f.source_id, first_line = f.line
            from (
                select i.row_line, coalesce(p.source_id, :source) as source_id, coalesce(p.line, i.first_line) as line
                from (
                    select i.*, row_number() over same as copy, first_value(i.row_line) over same as first_line
                    from incoming i join held k on k.row_line = i.row_line and k.fate = 'LATE'
                    where i.reference is not null
                    window same as (partition by i.account, i.subscription, i.product, i.reference order by i.row_line)
                ) i
                left join lateral (
                    select source_id, line from late_posting p
                    where p.is_change and p.account = i.account and p.subscription = i.subscription and p.product = i.product
                      and p.source_ref = i.reference
                    order by p.id limit 1
                ) p on true
                where p.source_id is not null or i.copy > 1
            ) f
            where f.row_line = h.row_line
            """;

    private final JdbcClient jdbc;

    Judging(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Judges the rows of {@code incoming} for a source of a close.
     *
     * @param stored how many of them are in the target now. Nearly every file brings each row once and on time; then they are all there
     *     and nobody has to sort a million rows to find that none is twice
     */
    void judge(Close close, Target target, Profile profile, long sourceId, int stored) {
        var inFact = Map.of(
                "close",
                close.key(),
                "source",
                sourceId,
                "period",
                close.period(),
                "cutoff",
                Timestamp.from(close.cutoff()),
                "system",
                profile.statusWordsOf());
        jdbc.sql("drop view if exists pg_temp.judged").update();
        jdbc.sql("drop table if exists pg_temp.held").update();
        boolean clean = jdbc.sql(isClean(target))
                .params(inFact)
                .param("stored", stored)
                .query(Boolean.class)
                .single();
        if (!clean) {
            jdbc.sql(CREATE_HELD).update();
            jdbc.sql("analyze incoming").update();
            jdbc.sql(hold(target)).params(inFact).update();
            if (target.keepsOut() && profile.sums()) {
                jdbc.sql(REPEATED).param("source", sourceId).update();
            }
            jdbc.sql("analyze held").update();
        }
        jdbc.sql(judged(target, clean)).update();
    }

    /** Every good row was stored, and none of them for a later period. */
    private static String isClean(Target target) {
        return "select count(*) = :stored and count(*) filter (where %s) = 0 from incoming i where problem = 0"
                .formatted(target.movedOn());
    }

    /** All good rows, whatever became of them; it goes with the tables that it reads. */
    private static String judged(Target target, boolean clean) {
        return """
            create temp view judged as
            select i.*, concat_ws(' / ', %s) as key, %s
            where i.problem = 0
            """.formatted(
                        target.keyColumns(),
                        clean
                                ? "'ACCEPTED'::text as fate, null::bigint as first_source, null::bigint as first_line from incoming i"
                                : "coalesce(h.fate, 'ACCEPTED') as fate, h.first_source, h.first_line from incoming i"
                                        + " left join held h on h.row_line = i.row_line");
    }

    /** The first row of a key wins, within the file and against what was stored before it. */
    private static String hold(Target target) {
        return """
            insert into held (row_line, fate, first_source, first_line)
            select row_line,
                   case when kept_out then 'LATE'
                        when stored or copy > 1 then 'DUPLICATE'
                        else 'LATE' end,
                   case when stored then stored_source when copy > 1 then :source end,
                   case when stored then stored_line when copy > 1 then first_line end
            from (
                select looked.*, row_number() over same as copy, first_value(row_line) over same as first_line
                from (
                    select i.*, %1$s as kept_out,
                           e.organisation is not null as stored, e.source_id as stored_source, e.line as stored_line
                    from incoming i
                    left join %2$s e on %3$s and %4$s and e.source_id is distinct from :source
                    where i.problem = 0
                ) looked
                window same as (partition by kept_out, %5$s order by row_line)
            ) numbered
            where kept_out or stored or copy > 1 or %6$s
            """.formatted(
                        target.keptOut(),
                        target.table(),
                        target.scope(),
                        target.sameKey(),
                        String.join(", ", target.key().keySet()),
                        target.movedOn());
    }
}
