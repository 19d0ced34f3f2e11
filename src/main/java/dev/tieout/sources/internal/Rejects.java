package dev.tieout.sources.internal;

import dev.tieout.sources.internal.reading.FileForm;
import dev.tieout.sources.internal.reading.TableFile;
import dev.tieout.terms.InertText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rejected rows on their way out to be corrected and in again. */
@Component
class Rejects {

    private static final int FETCH = 1_000;
    private static final Set<String> ADDED = Set.of(Profile.REJECT_LINE, Profile.REJECT_REASON);

    /** Every rejected row once, with all that is wrong with it. */
    private static final String ROWS = """
            select line, min(row_text) as row_text, string_agg(column_name || ': ' || reason, '; ' order by column_name) as reasons
            from source_reject
            where source_id = ?
            group by line
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

    private static final String CORRECTIONS =
            "select id from source where corrects = ? and state = 'ACCEPTED' order by id";

    private final JdbcClient jdbc;

    Rejects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(long sourceId, @Nullable String header, Writer out) {
        write(sourceId, header, _ -> true, out);
    }

    /** @param lines which of the rejected rows to write */
    void write(long sourceId, @Nullable String header, LongPredicate lines, Writer out) {
        var all = cells(Objects.requireNonNullElse(header, "row"));
        // Rows that came again once bear the columns of that already.
        var own = IntStream.range(0, all.size())
                .filter(i -> !ADDED.contains(all.get(i)))
                .boxed()
                .toList();
        var names = new ArrayList<>(own.stream().map(all::get).toList());
        names.add(Profile.REJECT_LINE);
        names.add(Profile.REJECT_REASON);
        line(out, names);
        RowCallbackHandler each = row -> {
            if (lines.test(row.getLong("line"))) {
                var found = cells(Objects.requireNonNullElse(row.getString("row_text"), ""));
                var cells = new ArrayList<>(own.stream()
                        .map(i -> i < found.size() ? found.get(i) : "")
                        .toList());
                // Whatever stands beyond the header makes the row too wide, and has to be seen to be mended.
                cells.addAll(found.subList(Math.min(all.size(), found.size()), found.size()));
                cells.add(row.getString("line"));
                cells.add(row.getString("reasons"));
                line(out, cells);
            }
        };
        jdbc.sql(ROWS).withFetchSize(FETCH).param(sourceId).query(each);
    }

    /** Between staging and judging of a file that brings rejects again. */
    void match(long sourceId) {
        jdbc.sql(REFUSE).param("source", sourceId).update();
    }

    void remember(long sourceId, long by) {
        jdbc.sql(REMEMBER).params(Map.of("source", sourceId, "by", by)).update();
    }

    /** The files in force that bring a source's rejects again. */
    List<Long> corrections(long sourceId) {
        return jdbc.sql(CORRECTIONS).param(sourceId).query(Long.class).list();
    }

    /** The cells of a record that we wrote. */
    private static List<String> cells(String csv) {
        var wish = new FileForm(FileForm.CSV, null, "UTF-8", ",", null);
        try (var file =
                TableFile.open(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), wish, Long.MAX_VALUE)) {
            var row = file.rows().next();
            return row == null ? List.of() : row.cells();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void line(Writer out, List<String> cells) {
        try {
            out.write(CsvRecord.of(cells.stream().map(Rejects::shielded).toList()));
            out.write("\r\n");
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String shielded(String cell) {
        return Decimal.of(cell).isNumber() ? cell : InertText.of(cell);
    }
}
