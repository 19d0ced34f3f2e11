package dev.tieout.movements.internal;

import dev.tieout.movements.Movement;
import dev.tieout.movements.MovementFilter;
import dev.tieout.movements.Movements.NoSuchMovement;
import dev.tieout.movements.Movements.Sort;
import dev.tieout.terms.MovementClass;
import java.sql.ResultSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads movements. */
@Component
class MovementQueries {

    private static final String FROM = """
            from movement m
            join close c on c.id = m.close_id
            join metric_policy p on p.organisation = c.organisation and p.version = c.policy_version
            left join account a on a.account = m.account
            where m.close_id = :close
            """;

    private static final String SELECT =
            "select m.*, coalesce(a.name, m.account) as account_name, p.reporting_currency as currency " + FROM;

    /** A part that is null or empty does not narrow. */
    private static final String MATCHING = """
            and (:classes::text is null or m.class = any (:classes::text[]))
            and (:review::boolean is null or m.review = :review::boolean)
            and (:account::text is null or position(lower(:account) in lower(m.account)) > 0
                 or position(lower(:account) in lower(a.name)) > 0)
            and (:atLeast::numeric is null or abs(m.closing - m.opening) >= :atLeast::numeric)
            and (:excluded::boolean is null or (m.excluded_by is not null) = :excluded::boolean)
            """;

    private static final String COUNTS =
            "select class, count(*) as n from movement where close_id = ? and excluded_by is null group by class";

    private final JdbcClient jdbc;
    private final MovementRows rows = new MovementRows();

    MovementQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<MovementClass, Long> counts(long closeId) {
        var counts = new EnumMap<MovementClass, Long>(MovementClass.class);
        for (var each : MovementClass.values()) {
            counts.put(each, 0L);
        }
        jdbc.sql(COUNTS).param(closeId).query((ResultSet row) -> {
            counts.put(MovementClass.valueOf(row.getString("class")), row.getLong("n"));
        });
        return counts;
    }

    long count(long closeId, MovementFilter filter) {
        return narrow(jdbc.sql("select count(*) " + FROM + MATCHING), closeId, filter)
                .query(Long.class)
                .single();
    }

    List<Movement> find(long closeId, MovementFilter filter, Sort sort, long offset, int limit) {
        var sql = SELECT + MATCHING + "order by " + order(sort) + " offset :offset limit :limit";
        return narrow(jdbc.sql(sql), closeId, filter)
                .param("offset", offset)
                .param("limit", limit)
                .query(rows)
                .list();
    }

    List<Movement> after(long closeId, MovementFilter filter, Cursor cursor, int limit) {
        var sql = SELECT + MATCHING
                + "and (m.account, m.line) > (:afterAccount, :afterLine) order by m.account, m.line limit :limit";
        return narrow(jdbc.sql(sql), closeId, filter)
                .param("afterAccount", cursor.account())
                .param("afterLine", cursor.line())
                .param("limit", limit)
                .query(rows)
                .list();
    }

    Movement of(long closeId, String account, String line) {
        return jdbc.sql(SELECT + "and m.account = :account and m.line = :line")
                .param("close", closeId)
                .param("account", account)
                .param("line", line)
                .query(rows)
                .optional()
                .orElseThrow(() -> new NoSuchMovement(account));
    }

    /** Every movement of an account: one, or at line grain one for each line. */
    List<Movement> ofAccount(long closeId, String account) {
        var found = jdbc.sql(SELECT + "and m.account = :account order by m.line")
                .param("close", closeId)
                .param("account", account)
                .query(rows)
                .list();
        if (found.isEmpty()) {
            throw new NoSuchMovement(account);
        }
        return found;
    }

    private static StatementSpec narrow(StatementSpec statement, long closeId, MovementFilter filter) {
        return statement
                .param("close", closeId)
                .param("classes", array(filter))
                .param("review", filter.review())
                .param("account", blankToNull(filter.account()))
                .param("atLeast", filter.atLeast())
                .param("excluded", filter.excluded());
    }

    private static @Nullable String array(MovementFilter filter) {
        return filter.classes().isEmpty()
                ? null
                : filter.classes().stream().map(Enum::name).collect(Collectors.joining(",", "{", "}"));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String order(Sort sort) {
        var column = switch (sort.by()) {
            case ACCOUNT -> "m.account";
            case CLASS -> "m.class";
            case OPENING -> "m.opening";
            case CLOSING -> "m.closing";
            case CHANGE -> "m.closing - m.opening";
        };
        var way = sort.descending() ? " desc" : "";
        return column + way + ", m.account" + way + ", m.line" + way;
    }
}
