package dev.tieout.sources.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rejected rows on their way out to be corrected and in again. */
@Component
class Rejects {

    /** Of one page, which is what is in memory at a time: so many rows, and so many characters unless one row alone has more. */
    static final int PAGE_ROWS = 500;

    static final int PAGE_CHARACTERS = 1 << 20;

    /**
     * Every rejected row once, with all that is wrong with it; where there are words, only rows that nothing but one of these unknown words
     * is wrong with, and that no file in force has brought again.
     */
    private static final String PAGE = """
            select line, row_text, reasons
            from (
                select line, row_text, reasons, row_number() over upto as place,
                       sum(length(row_text) + length(reasons)) over upto as characters
                from (
                    select r.line, coalesce(min(r.row_text), '') as row_text,
                           string_agg(r.column_name || ': ' || r.reason, '; ' order by r.column_name) as reasons
                    from source_reject r
                    where r.source_id = :source and r.line > :after
                    group by r.line
                    having :all or (count(*) = 1 and bool_and(r.reason = :unknown and lower(trim(r.value)) = any (:words))
                                    and not exists (select from source_correction c
                                                    join source b on b.id = c.by_source and b.state = 'ACCEPTED'
                                                    where c.source_id = :source and c.line = r.line))
                    order by r.line limit :rows
                ) each_row
                window upto as (order by line)
            ) page
            where place = 1 or characters <= :characters
            order by line
            """;

    /** What claims to be a rejected row and is none, or was brought again before, or twice in this file. */
    private static final String REFUSE = """
            update incoming i
            set problem = 1, problem_column = 'tieout_line', problem_value = i.corrects::text, row_text = '', reason = why.reason
            from (
                select n.row_line,
                       case when not exists (select from source_reject r where r.source_id = :source and r.line = n.corrects)
                                then 'not the line of a rejected row of the file that is corrected'
                            when n.copy > 1 or exists (select from source_correction c where c.source_id = :source and c.line = n.corrects)
                                then 'this rejected row has been brought again already'
                       end as reason
                from (select row_line, corrects, row_number() over (partition by corrects order by row_line) as copy
                      from incoming where problem = 0) n
            ) why
            where why.reason is not null and why.row_line = i.row_line and i.problem = 0
            """;

    /** Which rejected row each row brings again, also where it is rejected anew for what is in it. */
    private static final String REMEMBER = """
            insert into source_correction (organisation, source_id, line, by_source, by_line)
            select distinct on (i.corrects) current_organisation(), :source, i.corrects, :by, i.row_line
            from incoming i
            join source_reject r on r.source_id = :source and r.line = i.corrects
            where i.problem <= 1 and coalesce(i.problem_column, '') <> 'tieout_line'
            order by i.corrects, i.row_line
            on conflict do nothing
            """;

    /** What was rejected anew when it came again may have come a third time. */
    private static final String CORRECTIONS = """
            with recursive again as (
                select id from source where corrects = ? and state = 'ACCEPTED'
                union
                select s.id from source s join again a on s.corrects = a.id where s.state = 'ACCEPTED'
            )
            select id from again order by id
            """;

    private final JdbcClient jdbc;

    Rejects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(long sourceId, @Nullable String header, Writer out) {
        pages(sourceId, header, null).forEachRemaining(text -> {
            try {
                out.write(text);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
    }

    /**
     * The rows that nothing but one of these unknown status words is wrong with, as a file, made while it is read. Belongs into one
     * transaction.
     */
    InputStream body(long sourceId, @Nullable String header, List<String> words) {
        return new PagedBody(pages(sourceId, header, words));
    }

    /** CSV a page at a time, the header first. */
    private Iterator<String> pages(long sourceId, @Nullable String header, @Nullable List<String> words) {
        var columns = new RejectColumns(header);
        return Stream.concat(
                        Stream.of(columns.header()),
                        Stream.iterate(
                                        page(sourceId, 0, words),
                                        page -> !page.isEmpty(),
                                        page -> page(sourceId, page.getLast().line(), words))
                                .map(page -> page.stream().map(columns::row).collect(Collectors.joining())))
                .iterator();
    }

    /** A rejected row with its reasons. */
    record Rejected(long line, String text, String reasons) {}

    private List<Rejected> page(long sourceId, long after, @Nullable List<String> words) {
        return jdbc.sql(PAGE)
                .param("source", sourceId)
                .param("after", after)
                .param("all", words == null)
                .param("unknown", CellRule.UNKNOWN_STATUS)
                .param("words", words == null ? new String[0] : words.toArray(String[]::new))
                .param("rows", PAGE_ROWS)
                .param("characters", PAGE_CHARACTERS)
                .query((row, number) ->
                        new Rejected(row.getLong("line"), row.getString("row_text"), row.getString("reasons")))
                .list();
    }

    /** Between staging and judging of a file that brings rejects again. */
    void match(long sourceId) {
        jdbc.sql(REFUSE).param("source", sourceId).update();
    }

    void remember(long sourceId, long by) {
        jdbc.sql(REMEMBER).params(Map.of("source", sourceId, "by", by)).update();
    }

    /** The files in force that bring a source's rejects again, and those that bring theirs. */
    List<Long> corrections(long sourceId) {
        return jdbc.sql(CORRECTIONS).param(sourceId).query(Long.class).list();
    }
}
