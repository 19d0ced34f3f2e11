package dev.tieout.exports.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the movements of a version row by row: a million of them never stand in memory. Needs a transaction, for the cursor. */
@Repository
class PublishedMovements {

    private static final int FETCHED_AT_ONCE = 2_000;

    /** The movements of a version in the order of their key. */
    private static final String ALL = """
            select account, line, opening, closing, gross_up, gross_down, fx, class, reason, rule_table, rule_version, rule_row,
                   overridden_by, override_comment, excluded_by, exclusion_reason, exclusion_comment, attributes
            from publication_movement where publication_id = ? order by account, line
            """;

    /** Number of movements and their sums; those of excluded accounts are in the sums, as they are in the file. */
    private static final String SUMS = """
            select count(*) as rows, count(*) filter (where excluded_by is not null) as excluded,
                   coalesce(sum(opening), 0) as opening, coalesce(sum(closing), 0) as closing,
                   coalesce(sum(closing - opening), 0) as change, coalesce(sum(gross_up), 0) as gross_up,
                   coalesce(sum(gross_down), 0) as gross_down, coalesce(sum(fx), 0) as fx,
                   coalesce(sum(opening) filter (where excluded_by is null), 0) as counted_opening,
                   coalesce(sum(closing) filter (where excluded_by is null), 0) as counted_closing
            from publication_movement where publication_id = ?
            """;

    /** The names of all attributes that a movement of the version carries. */
    private static final String ATTRIBUTES = """
            select distinct name from publication_movement, jsonb_object_keys(attributes) as name
            where publication_id = ? order by name
            """;

    private static final String CARRY =
            "select exists (select from publication_movement where publication_id = ? and jsonb_exists(attributes, ?))";

    private static final TypeReference<TreeMap<String, Object>> OBJECT = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    PublishedMovements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void each(long publication, Consumer<PublishedMovement> take) {
        try (var rows = jdbc
                .sql(ALL)
                .withFetchSize(FETCHED_AT_ONCE)
                .param(publication)
                .query((row, number) -> movement(row))
                .stream()) {
            rows.forEach(take);
        }
    }

    List<String> attributes(long publication) {
        return jdbc.sql(ATTRIBUTES).param(publication).query(String.class).list();
    }

    /** Whether any movement of the version has the attribute. */
    boolean carry(long publication, String attribute) {
        return jdbc.sql(CARRY)
                .params(publication, attribute)
                .query(Boolean.class)
                .single();
    }

    Sums sums(long publication) {
        return jdbc.sql(SUMS).param(publication).query(Sums.class).single();
    }

    private PublishedMovement movement(ResultSet row) throws SQLException {
        return new PublishedMovement(
                row.getString("account"),
                row.getString("line"),
                row.getBigDecimal("opening"),
                row.getBigDecimal("closing"),
                row.getBigDecimal("gross_up"),
                row.getBigDecimal("gross_down"),
                row.getBigDecimal("fx"),
                row.getString("class"),
                row.getString("reason"),
                row.getString("rule_table"),
                row.getInt("rule_version"),
                row.getInt("rule_row"),
                row.getString("overridden_by"),
                row.getString("override_comment"),
                row.getString("excluded_by"),
                row.getString("exclusion_reason"),
                row.getString("exclusion_comment"),
                attributes(row.getString("attributes")));
    }

    private Map<String, String> attributes(String object) {
        var attributes = new TreeMap<String, String>();
        json.readValue(object, OBJECT).forEach((name, value) -> {
            if (value != null) {
                attributes.put(name, value.toString());
            }
        });
        return attributes;
    }

    /** Of all movements of a version, and of those that count. */
    record Sums(
            long rows,
            long excluded,
            BigDecimal opening,
            BigDecimal closing,
            BigDecimal change,
            BigDecimal grossUp,
            BigDecimal grossDown,
            BigDecimal fx,
            BigDecimal countedOpening,
            BigDecimal countedClosing) {}
}
