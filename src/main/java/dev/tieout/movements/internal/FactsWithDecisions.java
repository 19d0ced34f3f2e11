package dev.tieout.movements.internal;

import dev.tieout.closing.Closes;
import dev.tieout.movements.DecidedFacts;
import dev.tieout.movements.Movement.Verdict;
import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.policy.Policies;
import dev.tieout.rules.RuleTables;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads facts beside the movements that came of them. Not read-only: the facts are built in a temporary table. */
@Service
@Transactional
class FactsWithDecisions implements DecidedFacts {

    /** The facts of the shard as built last, with the verdicts and overrides that stand on their movements. */
    private static final String READ = """
            select f.id, (f.opening * 10000)::bigint as opening, (f.closing * 10000)::bigint as closing,
                   f.ever_active, f.within_window, f.status, f.account_was_active, f.account_stays,
                   f.lines_added, f.lines_lost, f.products_added, f.products_lost, f.quantity_change, f.discount_change,
                   f.account, coalesce(a.name, f.account) as name, f.line,
                   m.rule_class, m.rule_reason, m.rule_table, m.rule_version, m.rule_row,
                   m.class, m.reason, m.overridden_by, m.override_comment, m.excluded_by is not null as excluded
            from movement_fact f
            join movement m on m.close_id = :close and m.account = f.account and m.line = f.line
            left join account a on a.account = f.account
            order by f.id
            """;

    private final Shards shards;
    private final Closes closes;
    private final Policies policies;
    private final JdbcClient jdbc;

    FactsWithDecisions(Shards shards, Closes closes, Policies policies, JdbcClient jdbc) {
        this.shards = shards;
        this.closes = closes;
        this.policies = policies;
        this.jdbc = jdbc;
    }

    @Override
    public void each(long closeId, Consumer<DecidedFact> reader) {
        var close = closes.withKey(closeId);
        var policy = policies.version(close.policyVersion()).choices();
        int parts = shards.number(closeId);
        for (int part = 0; part < parts; part++) {
            shards.buildFacts(close, policy, part, parts);
            RowCallbackHandler handler = row -> reader.accept(fact(row, policy));
            jdbc.sql(READ)
                    .param("close", closeId)
                    .withFetchSize(RuleTables.BATCH_LIMIT)
                    .query(handler);
        }
    }

    private static DecidedFact fact(ResultSet row, Choices policy) throws SQLException {
        var ruled = new Verdict(
                MovementClass.valueOf(row.getString("rule_class")),
                reason(row.getString("rule_reason")),
                row.getString("rule_table"),
                row.getInt("rule_version"),
                row.getInt("rule_row"));
        return new DecidedFact(
                row.getString("account"),
                row.getString("name"),
                row.getString("line"),
                Verdicts.fact(row, policy),
                ruled,
                chosen(row),
                row.getBoolean("excluded"));
    }

    private static @Nullable Chosen chosen(ResultSet row) throws SQLException {
        String person = row.getString("overridden_by");
        var reason = reason(row.getString("reason"));
        if (person == null || reason == null) {
            return null;
        }
        return new Chosen(
                MovementClass.valueOf(row.getString("class")), reason, person, row.getString("override_comment"));
    }

    private static @Nullable Reason reason(@Nullable String name) {
        return name == null ? null : Reason.valueOf(name);
    }
}
