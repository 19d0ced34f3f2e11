package dev.tieout.backtest.internal;

import dev.tieout.backtest.PublishedPeriod;
import dev.tieout.backtest.Tally;
import dev.tieout.closing.Closes;
import dev.tieout.reconciliation.CauseReplays;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTables;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds a variance table against a period: no figure depends on it, only which cause is suggested. */
@Component
class CauseTester implements Tester {

    /** Every difference for which another cause would be suggested. */
    private static final String CHANGES = """
            insert into back_test_change (organisation, back_test_id, publication_id, account, line, currency, account_name,
                was_amount, amount, was, becomes, was_row, becomes_row)
            select current_organisation(), :test, :publication, d.account, '', d.currency,
                   case when d.account = '*' then 'All accounts together' else a.name end,
                   d.amount, d.amount, d.was, d.becomes, d.was_row, d.becomes_row
            from THE_RESULT d left join account a on a.account = d.account
            where d.was <> d.becomes
            """.replace("THE_RESULT", CauseReplays.REPLAYED);

    private static final String HITS = """
            insert into back_test_hit (organisation, back_test_id, publication_id, base, table_row, hits)
            select current_organisation(), :test, :publication, false, becomes_row, count(*) from THE_RESULT group by becomes_row
            union all
            select current_organisation(), :test, :publication, true, was_row, count(*) from THE_RESULT group by was_row
            """.replace("THE_RESULT", CauseReplays.REPLAYED);

    private static final String TALLY = """
            select count(*) as decided, count(*) filter (where was <> becomes) as changed,
                   count(distinct account) filter (where was <> becomes) as changed_accounts,
                   coalesce(sum(reported_amount) filter (where was <> becomes), 0) as changed_amount,
                   count(*) filter (where becomes_row = 0 and was_row > 0) as undecided
            from THE_RESULT
            """.replace("THE_RESULT", CauseReplays.REPLAYED);

    /** The ledger files that count, as one text. */
    private static final String LEDGERS =
            "select coalesce(string_agg(id::text, ',' order by id), '') from source where kind = 'LEDGER' and state = 'ACCEPTED'";

    private final CauseReplays replays;
    private final RuleTables rules;
    private final Closes closes;
    private final JdbcClient jdbc;

    CauseTester(CauseReplays replays, RuleTables rules, Closes closes, JdbcClient jdbc) {
        this.replays = replays;
        this.rules = rules;
        this.closes = closes;
        this.jdbc = jdbc;
    }

    @Override
    public String table() {
        return RuleTables.VARIANCE_CAUSE;
    }

    @Override
    public void check(PinnedTable version) {
        rules.suggestCauses(version, List.of());
    }

    /** The closes' revisions, and the ledger files of all periods: a difference can be a matter of timing with the period beside. */
    @Override
    public String readsBeside(List<PublishedPeriod> published) {
        var revisions = published.stream()
                .map(period -> period.closeId() + "@"
                        + closes.withKey(period.closeId()).revision())
                .collect(Collectors.joining(","));
        return "/" + revisions + "/" + jdbc.sql(LEDGERS).query(String.class).single();
    }

    @Override
    public Tally test(long backTest, PinnedTable version, PublishedPeriod period) {
        replays.replay(period.closeId(), VariantTables.base(table(), period), version);
        for (var keep : List.of(CHANGES, HITS)) {
            jdbc.sql(keep)
                    .param("test", backTest)
                    .param("publication", period.publication())
                    .update();
        }
        return jdbc.sql(TALLY)
                .query((row, _) -> new Tally(
                        row.getLong("decided"),
                        row.getLong("changed"),
                        row.getLong("changed_accounts"),
                        row.getBigDecimal("changed_amount"),
                        0,
                        0,
                        0,
                        row.getLong("undecided")))
                .single();
    }
}
