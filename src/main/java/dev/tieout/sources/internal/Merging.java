package dev.tieout.sources.internal;

import dev.tieout.closing.Close;
import dev.tieout.sources.SourceKind;
import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Prepares staged rows whose file has no row for a line or no id for a row: adds the rows of a line up, tells equal postings apart. Which
 * rows went into which is in the temporary table {@code merged}.
 */
@Component
class Merging {

    private static final String CREATE =
            "create temp table merged (row_line bigint, into_line bigint, negative boolean) on commit drop";

    /**
     * Every row of a line before the cutoff, and the first of them. A row that repeats another's id is not added and left to the duplicate
     * guard, unless its line is negative: then it would be the line.
     */
    private static final String MERGE = """
            insert into merged (row_line, into_line, negative)
            select row_line, into_line, negative
            from (
                select row_line, added, min(row_line) over line as into_line,
                       coalesce(sum(amount) filter (where added) over line < 0, false) as negative
                from (
                    select row_line, account, subscription, product, currency, amount,
                           reference is null or row_number() over (partition by account, subscription, product, currency, reference
                                                                   order by row_line) = 1 as added
                    from incoming
                    where problem = 0 and (posted_at is null or posted_at < :cutoff)
                ) staged
                window line as (partition by account, subscription, product, currency)
            ) lines
            where added or negative
            """;

    /** A line cannot recur at less than nothing; none of its rows can be right alone. */
    private static final String REFUSE = """
            update incoming i
            set problem = 1, problem_column = 'amount', problem_value = i.amount::text,
                reason = 'the rows of this line add up to less than zero'
            from merged m
            where m.negative and m.row_line = i.row_line
            """;

    private static final String FORGET = "delete from merged where negative";

    /** A line of which nothing is left has ended. */
    private static final String SUM = """
            update incoming i
            set amount = t.total, status = case when t.total = 0 then 'CANCELLED' else i.status end
            from (select m.into_line, sum(i.amount) as total
                  from merged m join incoming i on i.row_line = m.row_line
                  group by m.into_line) t
            where i.row_line = t.into_line
            """;

    /** What went into another row is neither judged nor refused. */
    private static final String SET_ASIDE = """
            update incoming i set problem = -1
            from merged m
            where m.row_line = i.row_line and m.into_line <> m.row_line
            """;

    /** Equal postings of one file are several; the same file again numbers them alike. */
    private static final String NUMBER = """
            update incoming i set reference = i.reference || '#' || n.copy
            from (select row_line, row_number() over (partition by reference order by row_line) as copy
                  from incoming where problem = 0) n
            where n.copy > 1 and n.row_line = i.row_line
            """;

    private final JdbcClient jdbc;

    Merging(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the staged rows keep the keys that they were read with. */
    boolean leavesKeys(SourceKind kind, Profile profile) {
        return !profile.addsUp(kind) && profile.entry().isEmpty();
    }

    /** Between staging and judging. */
    void merge(Close close, SourceKind kind, Profile profile) {
        jdbc.sql("drop table if exists pg_temp.merged").update();
        jdbc.sql(CREATE).update();
        if (profile.addsUp(kind)) {
            jdbc.sql(MERGE).param("cutoff", Timestamp.from(close.cutoff())).update();
            jdbc.sql(REFUSE).update();
            jdbc.sql(FORGET).update();
            jdbc.sql(SUM).update();
            jdbc.sql(SET_ASIDE).update();
        } else if (!profile.entry().isEmpty() && !profile.tellsEvents(kind)) {
            jdbc.sql(NUMBER).update();
        }
    }
}
