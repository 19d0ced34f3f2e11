package dev.tieout.reconciliation.internal;

import dev.tieout.closing.Closes;
import dev.tieout.policy.Policies;
import dev.tieout.reconciliation.CauseReplays;
import dev.tieout.rules.PinnedTable;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(propagation = Propagation.MANDATORY)
class ReplayedCauses implements CauseReplays {

    private static final String TABLES = """
            drop table if exists pg_temp.other_cause, pg_temp.THE_RESULT;
            create temporary table other_cause (id bigint primary key, cause text not null, rule_row int not null) on commit drop
            """.replace("THE_RESULT", REPLAYED);

    private static final String KEEP_OTHER = """
            insert into other_cause select * from unnest(?::bigint[], ?::text[], ?::int[])
            """;

    /** Both causes of each difference; an amount without a rate counts for nothing in the reporting currency. */
    private static final String RESULT = """
            create temporary table THE_RESULT on commit drop as
            select d.account, d.currency, d.amount,
                   case when d.currency = p.reporting_currency then d.amount
                        else coalesce(round_half_even(d.amount * r.opening, 4), 0) end as reported_amount,
                   d.cause as was, d.rule_row as was_row, o.cause as becomes, o.rule_row as becomes_row
            from tie_out_difference d
            join other_cause o on o.id = d.id
            join close c on c.id = CLOSE
            join metric_policy p on p.organisation = c.organisation and p.version = c.policy_version
            left join rate r on r.close_id = c.id and r.currency = d.currency
            """.replace("THE_RESULT", REPLAYED);

    private final JdbcClient jdbc;
    private final Closes closes;
    private final Policies policies;
    private final Legs legs;
    private final Differences differences;
    private final Clock clock;

    ReplayedCauses(JdbcClient jdbc, Closes closes, Policies policies, Legs legs, Differences differences, Clock clock) {
        this.jdbc = jdbc;
        this.closes = closes;
        this.policies = policies;
        this.legs = legs;
        this.differences = differences;
        this.clock = clock;
    }

    @Override
    public void replay(long closeId, PinnedTable base, PinnedTable other) {
        var close = closes.withKey(closeId);
        var choices = policies.version(close.policyVersion()).choices();
        var run = new Comparison(close, choices, clock.instant());
        legs.join(run);
        differences.fill(run);
        differences.decide(base, Differences.DECIDE);
        jdbc.sql(TABLES).update();
        differences.decide(other, KEEP_OTHER);
        jdbc.sql(RESULT.replace("CLOSE", Long.toString(closeId))).update();
    }
}
