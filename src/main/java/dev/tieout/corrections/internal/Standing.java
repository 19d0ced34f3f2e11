package dev.tieout.corrections.internal;

import dev.tieout.corrections.Change;
import dev.tieout.corrections.Changes;
import dev.tieout.terms.AccountStatus;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What stands in a close where a note wants something else. */
@Repository
class Standing {

    private static final String BILLED = """
            select subscription, product, mrr, currency, status, quantity, discount from billing_row
            where close_id = ? and account = ? and subscription = ? and product = ?
            """;

    private static final String OPENED = """
            select subscription, product, mrr, currency, status, quantity, discount from opening_line
            where close_id = ? and account = ? and subscription = ? and product = ?
            """;

    private static final String MOVEMENT =
            "select class, reason, overridden_by from movement where close_id = ? and account = ? and line = ?";

    private static final String LINES = "select line from movement where close_id = ? and account = ? order by line";

    private static final String EXCLUDED = """
            select reason, person from movement_decision
            where close_id = ? and account = ? and line = '' and kind = 'EXCLUSION'
            """;

    private static final String ENTRY =
            "select period from ledger_row where organisation = current_organisation() and entry_id = ?";

    private static final String RATED = "select exists (select from rate where close_id = ? and currency = ?)";

    private final JdbcClient jdbc;

    Standing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The values that the change replaces, under the names that it writes itself; empty when there are none. */
    Map<String, Object> before(long closeId, Change change) {
        return switch (change) {
            case Change.BilledLine(var account, var line) -> line(BILLED, closeId, account, line);
            case Change.OpeningLine(var account, var line) -> line(OPENED, closeId, account, line);
            case Change.Reclassification(var account, var line, var to, var reason) ->
                movement(closeId, account, line).orElse(Map.of());
            case Change.Exclude(var account, var reason) ->
                exclusion(closeId, account).orElse(Map.of());
            case Change.Include(var account, var reason) ->
                exclusion(closeId, account).orElse(Map.of());
            case Change.LedgerPosting posting -> Map.of();
        };
    }

    private Map<String, Object> line(String sql, long closeId, String account, Change.Line line) {
        return jdbc.sql(sql)
                .params(closeId, account, line.subscription(), line.product())
                .query(Standing::line)
                .optional()
                .map(found -> {
                    Map<String, Object> written = new LinkedHashMap<>();
                    Changes.put(written, found);
                    return written;
                })
                .orElse(Map.of());
    }

    private static Change.Line line(ResultSet row, int number) throws SQLException {
        return new Change.Line(
                row.getString("subscription"),
                row.getString("product"),
                row.getBigDecimal("mrr"),
                row.getString("currency"),
                AccountStatus.valueOf(row.getString("status")),
                row.getObject("quantity", BigDecimal.class),
                row.getObject("discount", BigDecimal.class));
    }

    Optional<Map<String, Object>> movement(long closeId, String account, String line) {
        return jdbc.sql(MOVEMENT)
                .params(closeId, account, line)
                .query((row, number) -> {
                    Map<String, Object> found = new LinkedHashMap<>();
                    found.put("class", row.getString("class"));
                    found.put("reason", String.valueOf(row.getString("reason")));
                    if (row.getString("overridden_by") != null) {
                        found.put("overriddenBy", row.getString("overridden_by"));
                    }
                    return found;
                })
                .optional();
    }

    /** Names of the account's movements: one empty name at account grain. */
    List<String> lines(long closeId, String account) {
        return jdbc.sql(LINES).params(closeId, account).query(String.class).list();
    }

    Optional<Map<String, Object>> exclusion(long closeId, String account) {
        return jdbc.sql(EXCLUDED)
                .params(closeId, account)
                .query((row, number) -> Map.<String, Object>of(
                        "reason", row.getString("reason"), "excludedBy", row.getString("person")))
                .optional();
    }

    /** The period in which the ledger holds an entry. */
    Optional<String> posted(String entry) {
        return jdbc.sql(ENTRY).param(entry).query(String.class).optional();
    }

    boolean isRated(long closeId, String currency) {
        return jdbc.sql(RATED).params(closeId, currency).query(Boolean.class).single();
    }
}
