package dev.tieout.sources.internal;

import dev.tieout.sources.Intake;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class ReceiptCounts implements Intake {

    /** Sums of the receipts in force, and their rejects by what was wrong: each row once for each sort of fault. */
    private static final String COUNTS = """
            with standing as (
                select * from source where close_id = :close and state = 'ACCEPTED'
            ), fault as (
                select r.source_id, r.line, s.rejects_acknowledged_by is null as open,
                       bool_or(r.reason = :unknownWord) as word,
                       bool_or(r.column_name = :wholeRow or r.column_name in ('currency', 'period')) as mapping,
                       bool_or(r.reason = :blank) as blank
                from source_reject r join standing s on s.id = r.source_id
                group by 1, 2, 3
            ), faults as (
                select count(*) filter (where word) as words, count(*) filter (where word and open) as words_open,
                       count(*) filter (where mapping) as unmapped, count(*) filter (where mapping and open) as unmapped_open,
                       count(*) filter (where blank) as blanks
                from fault
            )
            select count(standing.id) as files, coalesce(sum(rows), 0) as rows, coalesce(sum(accepted), 0) as accepted,
                   coalesce(sum(duplicates), 0) as duplicates, coalesce(sum(rejected), 0) as rejected,
                   coalesce(sum(late), 0) as late,
                   coalesce(sum(rejected) filter (where rejects_acknowledged_by is null), 0) as unacknowledged,
                   max(words) as words, max(words_open) as words_open, max(unmapped) as unmapped,
                   max(unmapped_open) as unmapped_open, max(blanks) as blanks
            from faults left join standing on true
            """;

    /** Files whose receipt contradicts itself or the rows kept beside it. */
    private static final String NOT_ADDING = """
            select s.file_name from source s
            where s.close_id = :close and s.state = 'ACCEPTED'
              and (s.rows <> s.accepted + s.duplicates + s.rejected + s.late
                   or exists (select from jsonb_each(s.control_totals) t
                              where (t.value ->> 'rows')::numeric
                                    <> (t.value ->> 'accepted')::numeric + (t.value ->> 'duplicates')::numeric
                                       + (t.value ->> 'rejected')::numeric + (t.value ->> 'late')::numeric)
                   or s.duplicates <> (select count(*) from source_duplicate d where d.source_id = s.id)
                   or s.rejected <> (select count(distinct r.line) from source_reject r where r.source_id = s.id))
            order by s.id limit 20
            """;

    private final JdbcClient jdbc;

    ReceiptCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Counts of(long closeId) {
        var notAdding =
                jdbc.sql(NOT_ADDING).param("close", closeId).query(String.class).list();
        return jdbc.sql(COUNTS)
                .param("close", closeId)
                .param("unknownWord", CellRule.UNKNOWN_STATUS)
                .param("wholeRow", Problem.WHOLE_ROW)
                .param("blank", RowParser.BLANK)
                .query((row, number) -> new Counts(
                        row.getLong("files"),
                        row.getLong("rows"),
                        row.getLong("accepted"),
                        row.getLong("duplicates"),
                        row.getLong("rejected"),
                        row.getLong("late"),
                        row.getLong("unacknowledged"),
                        row.getLong("words"),
                        row.getLong("words_open"),
                        row.getLong("unmapped"),
                        row.getLong("unmapped_open"),
                        row.getLong("blanks"),
                        List.copyOf(notAdding)))
                .single();
    }
}
