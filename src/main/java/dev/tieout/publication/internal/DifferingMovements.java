package dev.tieout.publication.internal;

import dev.tieout.publication.AccountDifference;
import dev.tieout.publication.AccountDifference.Side;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The movements that two publications do not tell alike, found in the database. Never holds more than a page. */
@Repository
class DifferingMovements {

    private static final int FETCH = 1_000;

    /** Both publications side by side, from a key on; what is the same on both sides is left out. */
    private static final String BOTH = """
            from (select * from publication_movement
                  where publication_id = :from and (account, line) > (:account, :line)) f
            full join (select * from publication_movement
                       where publication_id = :to and (account, line) > (:account, :line)) t using (account, line)
            where (f.opening, f.closing, f.fx, f.class, f.reason, f.excluded_by is null, f.exclusion_reason)
                  is distinct from (t.opening, t.closing, t.fx, t.class, t.reason, t.excluded_by is null, t.exclusion_reason)
               or f.publication_id is null or t.publication_id is null
            """;

    private static final String SELECT = """
            select d.*, coalesce(a.name, d.account) as name
            from (select account, line, f.publication_id is not null as had, t.publication_id is not null as has,
                         f.opening as from_opening, f.closing as from_closing, f.fx as from_fx, f.class as from_class,
                         f.reason as from_reason, f.excluded_by as from_excluded, f.exclusion_reason as from_exclusion,
                         t.opening as to_opening, t.closing as to_closing, t.fx as to_fx, t.class as to_class,
                         t.reason as to_reason, t.excluded_by as to_excluded, t.exclusion_reason as to_exclusion
            """ + BOTH + """
                  order by account, line limit :limit) d
            left join account a on a.account = d.account
            order by d.account, d.line
            """;

    private static final String COUNT = "select count(*) " + BOTH;

    private final JdbcClient jdbc;

    DifferingMovements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long count(long from, long to) {
        return jdbc.sql(COUNT)
                .params(Map.of("from", from, "to", to, "account", "", "line", ""))
                .query(Long.class)
                .single();
    }

    List<AccountDifference> after(long from, long to, MovementKey after, int limit) {
        return jdbc.sql(SELECT)
                .params(values(from, to, after))
                .param("limit", limit)
                .query(DifferingMovements::difference)
                .list();
    }

    void each(long from, long to, Consumer<AccountDifference> reader) {
        RowCallbackHandler each = row -> reader.accept(difference(row, 0));
        jdbc.sql(SELECT)
                .withFetchSize(FETCH)
                .params(values(from, to, MovementKey.START))
                .param("limit", null)
                .query(each);
    }

    private static Map<String, Object> values(long from, long to, MovementKey after) {
        return Map.of("from", from, "to", to, "account", after.account(), "line", after.line());
    }

    private static AccountDifference difference(ResultSet row, int number) throws SQLException {
        return new AccountDifference(
                row.getString("account"),
                row.getString("name"),
                row.getString("line"),
                row.getBoolean("had") ? side(row, "from_") : null,
                row.getBoolean("has") ? side(row, "to_") : null);
    }

    private static Side side(ResultSet row, String which) throws SQLException {
        return new Side(
                row.getBigDecimal(which + "opening"),
                row.getBigDecimal(which + "closing"),
                row.getBigDecimal(which + "fx"),
                MovementClass.valueOf(row.getString(which + "class")),
                reason(row.getString(which + "reason")),
                exclusion(row, which));
    }

    private static @Nullable Reason reason(@Nullable String text) {
        return text == null ? null : Reason.valueOf(text);
    }

    private static @Nullable String exclusion(ResultSet row, String which) throws SQLException {
        return row.getString(which + "excluded") == null
                ? null
                : Optional.ofNullable(row.getString(which + "exclusion")).orElse("");
    }
}
