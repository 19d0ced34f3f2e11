package dev.tieout.sources.internal;

import dev.tieout.closing.Close;
import dev.tieout.sources.SourceKind;
import java.sql.Timestamp;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decides over all good rows of a file at once which are accepted, duplicates or late, in the temporary table {@code judged}. */
@Component
class Judging {

    private static final String CREATE = """
            create temp table judged (
                like incoming, key text not null, fate text not null, first_source bigint, first_line bigint
            ) on commit drop
            """;

    private static final String FIELDS =
            Staging.FIELDS.stream().map(Field::column).collect(Collectors.joining(", "));

    private final JdbcClient jdbc;

    Judging(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Judges the rows of {@code incoming} for a source of a close. */
    void judge(Close close, SourceKind kind, long sourceId) {
        jdbc.sql("drop table if exists pg_temp.judged").update();
        jdbc.sql("analyze incoming").update();
        jdbc.sql(CREATE).update();
        jdbc.sql(statement(Target.of(kind)))
                .params(Map.of(
                        "close",
                        close.key(),
                        "source",
                        sourceId,
                        "period",
                        close.period(),
                        "cutoff",
                        Timestamp.from(close.cutoff())))
                .update();
        jdbc.sql("analyze judged").update();
    }

    /** The first row of a key wins, within the file and against what is stored. */
    private static String statement(Target target) {
        var key = target.key().keySet().stream().map(column -> "i." + column).collect(Collectors.joining(", "));
        var same = target.key().entrySet().stream()
                .map(column -> "e." + column.getValue() + " = i." + column.getKey())
                .collect(Collectors.joining(" and "));
        return """
            insert into judged (row_line, problem, %1$s, key, fate, first_source, first_line)
            select row_line, problem, %1$s, key,
                   case when kept_out then 'LATE'
                        when stored or copy > 1 then 'DUPLICATE'
                        when %2$s then 'LATE'
                        else 'ACCEPTED' end,
                   case when stored then stored_source when copy > 1 then :source end,
                   case when stored then stored_line when copy > 1 then first_line end
            from (
                select looked.*, row_number() over same as copy, first_value(row_line) over same as first_line
                from (
                    select i.*, concat_ws(' / ', %3$s) as key, %4$s as kept_out,
                           e.organisation is not null as stored, e.source_id as stored_source, e.line as stored_line
                    from incoming i left join %5$s e on %6$s and %7$s
                    where i.problem = 0
                ) looked
                window same as (partition by kept_out, %8$s order by row_line)
            ) numbered
            """.formatted(
                        FIELDS,
                        target.movedOn(),
                        key,
                        target.keptOut(),
                        target.table(),
                        target.scope(),
                        same,
                        String.join(", ", target.key().keySet()));
    }
}
