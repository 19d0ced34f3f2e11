package dev.tieout.reconciliation;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.closing.Closes;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long a comparison takes beside the bare SQL full join, on as many accounts as {@code -Dtieout.speed.accounts} says. Not a test: its
 * name keeps it out of every run but {@code ./mvnw test -Dtest=ReconcileSpeed}. The two alternate after one round that is not counted,
 * and the medians are logged.
 */
@DatabaseTest
class ReconcileSpeed {

    private static final int ROUNDS = 5;

    private static final int ACCOUNTS = Integer.getInteger("tieout.speed.accounts", 1_000_000);

    /** Accounts in no order, a tenth in each of two other currencies. */
    private static final String BOOK = """
            select 'A-' || lpad((i::bigint * 7919 % 1000003)::text, 7, '0') as account, (10 + i % 991)::numeric(19, 4) as mrr,
                   case i % 10 when 0 then 'EUR' when 1 then 'GBP' else 'USD' end as currency, i
            from generate_series(1, ACCOUNTS) i
            """.replace("ACCOUNTS", Integer.toString(ACCOUNTS));

    private static final List<String> LEGS = List.of("""
            insert into billing_row (organisation, close_id, account, mrr, currency, status, source_id, line)
            select current_organisation(), :close, account, mrr, currency, 'ACTIVE', 1, i from (THIS) a
            """, """
            insert into ledger_row (organisation, period, entry_id, account, posted_on, amount, currency, source_id, line)
            select current_organisation(), '2026-10', i::text, account, '2026-10-05', mrr - case when i % 10000 = 0 then 5 else 0 end,
                   currency, 1, i
            from (THIS) a
            """, """
            insert into movement (organisation, close_id, account, shard, opening, closing, gross_up, gross_down, status, class,
                                  rule_table, rule_version, rule_row, review, attributes, rule_class)
            select current_organisation(), :close, account, 0, amount, amount, 0, 0, 'ACTIVE', 'RENEWAL', 'movement-classification', 1, 1,
                   false, '{}', 'RENEWAL'
            from (select account, mrr * case currency when 'EUR' then 2 when 'GBP' then 3 else 1 end as amount from (THIS) b) a
            """, """
            insert into retained_row (organisation, close_id, account, amount, currency, source_id, line)
            select current_organisation(), :close, account, mrr, currency, 1, i from (THIS) a
            """);

    /** The full join of the three legs per account and currency, the tolerance, and the totals by currency. */
    private static final String BARE = """
            with billed as (select account, currency, sum(mrr) as amount from billing_row where close_id = :close and not late
                            group by account, currency),
                 posted as (select account, currency, sum(amount) as amount from ledger_row
                            where organisation = (select current_organisation()) and period = '2026-10' group by account, currency),
                 retained as (select account, currency, amount from retained_row where close_id = :close)
            select sum(accounts + billing + ledger + retained + differing) from (
                select currency, count(*) as accounts, sum(b.amount) as billing, sum(l.amount) as ledger, sum(r.amount) as retained,
                       count(*) filter (where greatest(coalesce(b.amount, 0), coalesce(l.amount, 0), coalesce(r.amount, 0))
                                              - least(coalesce(b.amount, 0), coalesce(l.amount, 0), coalesce(r.amount, 0)) > 0.01)
                           as differing
                from billed b full join posted l using (account, currency) full join retained r using (account, currency)
                group by currency
            ) total
            """;

    @Autowired
    Given given;

    @Autowired
    Closes closes;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void comparing_beside_the_bare_join() {
        var close = TiedClose.of(given.organisation(), jdbc, new TransactionTemplate(transactions), closes);
        close.rate("EUR", "2").rate("GBP", "3");
        LEGS.forEach(leg -> close.sql(leg.replace("THIS", BOOK), Map.of()));
        close.sql("analyze billing_row, ledger_row, retained_row", Map.of());
        alternate("retained report", close);
        close.sql("delete from retained_row where close_id = :close", Map.of());
        var own = new ArrayList<Duration>();
        for (int round = 0; round <= ROUNDS; round++) {
            own.add(took(() -> close.organisation().asSystem(() -> reconciliation.reconcile(close.id()))));
        }
        tell("own balance, beside nothing", own, own);
    }

    private void alternate(String third, TiedClose close) {
        var bare = new ArrayList<Duration>();
        var compared = new ArrayList<Duration>();
        for (int round = 0; round <= ROUNDS; round++) {
            var one = took(() -> close.value(BARE, BigDecimal.class));
            var other = took(() -> close.organisation().asSystem(() -> reconciliation.reconcile(close.id())));
            if (round > 0) {
                bare.add(one);
                compared.add(other);
            }
        }
        tell(third, bare, compared);
    }

    private static Duration took(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static void tell(String third, List<Duration> bare, List<Duration> compared) {
        LoggerFactory.getLogger(ReconcileSpeed.class)
                .info(
                        "{} accounts, third leg {}: bare join {} ms, comparison {} ms, {} %; all: {} {}",
                        ACCOUNTS,
                        third,
                        median(bare).toMillis(),
                        median(compared).toMillis(),
                        100 * median(compared).toMillis() / median(bare).toMillis(),
                        bare,
                        compared);
    }

    private static Duration median(List<Duration> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
