package dev.tieout.sources.internal;

import dev.tieout.sources.Receipt;
import dev.tieout.sources.SourceKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rejected rows whose status word nobody knew, read from the tables. */
@Component
class UnknownWords {

    /** Rejected rows of the files in force that have such a word and that no file in force has brought again. */
    private static final String COUNTED = """
            with refused as (
                select s.id as source, s.kind, s.profile, s.file_name, r.line, count(*) as faults,
                       max(lower(trim(r.value))) filter (where r.reason = :unknown) as word,
                       max(r.amount) as amount, max(r.currency) as currency
                from source s
                join source_reject r on r.source_id = s.id
                where s.close_id = :close and s.state = 'ACCEPTED'
                  and not exists (select from source_correction c
                                  join source b on b.id = c.by_source and b.state = 'ACCEPTED'
                                  where c.source_id = r.source_id and c.line = r.line)
                group by s.id, r.line
                having bool_or(r.reason = :unknown)
            )
            select source, kind, profile, file_name, word, currency, count(*) as rows, sum(amount) as amount,
                   count(*) filter (where faults = 1) as ready
            from refused
            group by source, kind, profile, file_name, word, currency
            order by source, word, currency
            """;

    /** Kind and profile of every file in force that speaks of statuses; what the product itself brought came by no profile. */
    private static final String SPOKEN = """
            select distinct kind, profile from source
            where close_id = :close and state = 'ACCEPTED' and kind in ('OPENING', 'BILLING') and not profile = any (:own)
            """;

    private final JdbcClient jdbc;

    UnknownWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The rows of one file with one word in one currency.
     *
     * @param ready how many of them have no other fault
     */
    record Counted(
            long source,
            SourceKind kind,
            String profile,
            String fileName,
            String word,
            @Nullable String currency,
            long rows,
            @Nullable BigDecimal amount,
            long ready) {}

    /** A kind of file and the profile that one came by. */
    record Spoken(SourceKind kind, String profile) {}

    List<Counted> of(long closeId) {
        return jdbc.sql(COUNTED)
                .params(values(closeId))
                .query((row, number) -> new Counted(
                        row.getLong("source"),
                        SourceKind.valueOf(row.getString("kind")),
                        row.getString("profile"),
                        row.getString("file_name"),
                        row.getString("word"),
                        row.getString("currency"),
                        row.getLong("rows"),
                        row.getBigDecimal("amount"),
                        row.getLong("ready")))
                .list();
    }

    List<Spoken> spoken(long closeId) {
        return jdbc.sql(SPOKEN)
                .param("close", closeId)
                .param("own", Receipt.OWN.toArray(String[]::new))
                .query((row, number) -> new Spoken(SourceKind.valueOf(row.getString("kind")), row.getString("profile")))
                .list();
    }

    private static Map<String, Object> values(long closeId) {
        return Map.of("close", closeId, "unknown", CellRule.UNKNOWN_STATUS);
    }
}
