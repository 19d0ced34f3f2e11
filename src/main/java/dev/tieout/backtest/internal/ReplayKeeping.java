package dev.tieout.backtest.internal;

import dev.tieout.backtest.Outcome;
import dev.tieout.metrics.Bridge;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps a replayed period, set-based from the movements that stand side by side in the transaction. */
@Component
class ReplayKeeping {

    private final JdbcClient jdbc;

    ReplayKeeping(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(long backTest, Outcome outcome) {
        long publication = outcome.period().publication();
        jdbc.sql(ChangeSql.FIGURE)
                .params(backTest, publication)
                .params(amounts(outcome.replayed()))
                .params(accounts(outcome.replayed().accounts()))
                .update();
        jdbc.sql(ChangeSql.CHANGES)
                .param("test", backTest)
                .param("publication", publication)
                .param("currency", outcome.period().currency())
                .update();
        jdbc.sql(ChangeSql.HITS)
                .param("test", backTest)
                .param("publication", publication)
                .update();
    }

    private static List<?> amounts(Bridge bridge) {
        return List.of(
                bridge.opening(),
                bridge.newAmount(),
                bridge.reactivation(),
                bridge.expansion(),
                bridge.contraction(),
                bridge.churn(),
                bridge.fx(),
                bridge.closing());
    }

    private static List<?> accounts(Bridge.Accounts accounts) {
        return List.of(
                accounts.cohort(),
                accounts.retained(),
                accounts.added(),
                accounts.reactivated(),
                accounts.expanded(),
                accounts.contracted(),
                accounts.churned(),
                accounts.excluded());
    }
}
