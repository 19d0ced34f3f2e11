package dev.tieout.publication.internal;

import dev.tieout.publication.Publication.SourceStamp;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The hashes that a version is stamped with, as the database knows them. */
@Repository
class StampedSources {

    /** The files that count for a close. */
    private static final String SOURCES =
            "select id, kind, sha256, rows from source where close_id = ? and state = 'ACCEPTED' order by id";

    /** The contents of the pinned decision tables. */
    private static final String RULES = """
            select p.rule_table, v.sha256
            from pinned_rule p join rule_version v
              on v.organisation = p.organisation and v.rule_table = p.rule_table and v.version = p.version
            where p.close_id = ?
            """;

    /** One hash over figures and open variances, in key order. */
    private static final String CONTENT = """
            select encode(sha256(convert_to(concat_ws(E'\\n',
                (select string_agg(f::text, E'\\n' order by dimension, slice) from figure f where close_id = :close),
                (select string_agg(concat_ws(' ', id, amount, currency), E'\\n' order by id) from variance
                 where close_id = :close and state in ('OPEN', 'PROPOSED'))), 'UTF8')), 'hex')
            """;

    private final JdbcClient jdbc;

    StampedSources(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SourceStamp> of(long closeId) {
        return jdbc.sql(SOURCES)
                .param(closeId)
                .query((row, number) -> new SourceStamp(
                        row.getLong("id"), row.getString("kind"), row.getString("sha256"), row.getLong("rows")))
                .list();
    }

    Map<String, String> rules(long closeId) {
        return jdbc
                .sql(RULES)
                .param(closeId)
                .query((row, number) -> Map.entry(row.getString("rule_table"), row.getString("sha256")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    String content(long closeId) {
        return jdbc.sql(CONTENT).param("close", closeId).query(String.class).single();
    }
}
