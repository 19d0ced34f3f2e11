package dev.tieout.backtest.internal;

import dev.tieout.backtest.BackTests.RowHits;
import dev.tieout.backtest.Change;
import dev.tieout.backtest.ChangeFilter;
import dev.tieout.backtest.StatusWord;
import dev.tieout.backtest.Transition;
import dev.tieout.terms.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a test keeps of each change, read a page at a time. */
@Repository
class ChangeReading {

    /** The changes of a test with their periods. */
    private static final String MATCHING = """
            from back_test_change c
            join publication p on p.id = c.publication_id
            join close o on o.id = p.close_id
            where c.back_test_id = :test
              and (:period::text is null or o.period = :period)
              and (:was::text is null or c.was = :was)
              and (:becomes::text is null or c.becomes = :becomes)
              and (:account::text is null or c.account ilike :account or c.account_name ilike :account)
              and (:reasons or c.was <> c.becomes)
            """;

    private static final String COUNT = "select count(*) " + MATCHING;

    private static final String LARGEST = "select c.*, o.period " + MATCHING + """
            order by greatest(abs(c.amount), abs(c.was_amount)) desc, o.starts_on, c.account collate "C", c.line collate "C", c.currency
            offset :offset limit :limit
            """;

    private static final String AFTER = "select c.*, o.period " + MATCHING + """
              and (c.publication_id, c.account collate "C", c.line collate "C", c.currency)
                  > (:publication, :afterAccount, :afterLine, :afterCurrency)
            order by c.publication_id, c.account collate "C", c.line collate "C", c.currency
            limit :limit
            """;

    private static final String TRANSITIONS =
            """
            select c.was, c.becomes, count(*) as changes, count(distinct (c.publication_id, c.account)) as accounts,
                   sum(greatest(abs(c.amount), abs(c.was_amount))) as amount, c.currency
            """ + MATCHING + " group by c.was, c.becomes, c.currency order by changes desc, c.was, c.becomes";

    private static final String WORDS = """
            select w.*, o.period
            from back_test_word w
            join publication p on p.id = w.publication_id
            join close o on o.id = p.close_id
            where w.back_test_id = ?
            order by o.starts_on, w.billing_system, w.word, w.currency
            """;

    private static final String HITS = """
            select case when h.base then t.base_version end as base_version, h.table_row, sum(h.hits) as hits
            from back_test_hit h join back_test_period t using (back_test_id, publication_id)
            where h.back_test_id = ?
            group by 1, 2 order by 1 nulls first, 2
            """;

    private final JdbcClient jdbc;

    ChangeReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long count(long test, ChangeFilter filter) {
        return jdbc.sql(COUNT).params(values(test, filter)).query(Long.class).single();
    }

    List<Change> largest(long test, ChangeFilter filter, long offset, int limit) {
        return jdbc.sql(LARGEST)
                .params(values(test, filter))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, _) -> change(row))
                .list();
    }

    Page<Change> after(long test, ChangeFilter filter, Place after, int limit) {
        var found = jdbc.sql(AFTER)
                .params(values(test, filter))
                .param("publication", after.publication())
                .param("afterAccount", after.account())
                .param("afterLine", after.line())
                .param("afterCurrency", after.currency())
                .param("limit", limit + 1)
                .query((row, _) -> new Placed(change(row), place(row)))
                .list();
        var page = found.stream().limit(limit).toList();
        return new Page<>(
                page.stream().map(Placed::change).toList(),
                found.size() > limit ? page.getLast().place().text() : null);
    }

    List<Transition> transitions(long test, @Nullable String period) {
        return jdbc.sql(TRANSITIONS)
                .params(values(test, new ChangeFilter(period, null, null, null, false)))
                .query((row, _) -> new Transition(
                        row.getString("was"),
                        row.getString("becomes"),
                        row.getLong("changes"),
                        row.getLong("accounts"),
                        row.getBigDecimal("amount"),
                        row.getString("currency")))
                .list();
    }

    List<StatusWord> words(long test) {
        return jdbc.sql(WORDS).param(test).query(ChangeReading::word).list();
    }

    List<RowHits> hits(long test) {
        return jdbc.sql(HITS)
                .param(test)
                .query((row, _) -> new RowHits(
                        row.getObject("base_version", Integer.class), row.getInt("table_row"), row.getLong("hits")))
                .list();
    }

    private static Map<String, @Nullable Object> values(long test, ChangeFilter filter) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("test", test);
        values.put("period", filter.period());
        values.put("was", filter.was());
        values.put("becomes", filter.becomes());
        values.put("account", pattern(filter.account()));
        values.put("reasons", filter.reasons());
        return values;
    }

    private static @Nullable String pattern(@Nullable String part) {
        return part == null || part.isBlank()
                ? null
                : "%" + part.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private record Placed(Change change, Place place) {}

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                row.getLong("publication_id"),
                row.getString("account"),
                row.getString("line"),
                row.getString("currency"));
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                row.getString("period"),
                row.getString("account"),
                row.getString("account_name"),
                row.getString("line"),
                row.getString("currency"),
                row.getBigDecimal("opening"),
                row.getBigDecimal("was_closing"),
                row.getBigDecimal("closing"),
                row.getBigDecimal("was_amount"),
                row.getBigDecimal("amount"),
                row.getString("was"),
                row.getString("becomes"),
                row.getString("was_reason"),
                row.getString("becomes_reason"),
                row.getInt("was_row"),
                row.getInt("becomes_row"));
    }

    private static StatusWord word(ResultSet row, int number) throws SQLException {
        return new StatusWord(
                row.getString("period"),
                row.getString("billing_system"),
                row.getString("word"),
                row.getString("was"),
                row.getString("becomes"),
                StatusWord.Told.valueOf(row.getString("told")),
                row.getLong("lines"),
                row.getBigDecimal("amount"),
                row.getString("currency"));
    }
}
