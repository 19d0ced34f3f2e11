package dev.tieout.reconciliation.internal;

import dev.tieout.closing.Closes;
import dev.tieout.policy.Policies;
import dev.tieout.reconciliation.VarianceOwnership;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class OwnedVariances implements VarianceOwnership {

    /** Open variances, and those among them that nobody answers for or whose time is up. */
    private static final String COUNT = """
            select count(*) as open, count(*) filter (where owner is null) as unowned,
                   count(*) filter (where due_on < :today) as overdue
            from variance where close_id = :close and state in ('OPEN', 'PROPOSED')
            """;

    private static final String NAMED = """
            select distinct account from variance
            where close_id = :close and state in ('OPEN', 'PROPOSED') and (owner is null or due_on < :today)
            order by account limit 20
            """;

    private final JdbcClient jdbc;
    private final Closes closes;
    private final Policies policies;
    private final Clock clock;

    OwnedVariances(JdbcClient jdbc, Closes closes, Policies policies, Clock clock) {
        this.jdbc = jdbc;
        this.closes = closes;
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public Counts of(long closeId) {
        var zone = policies.version(closes.withKey(closeId).policyVersion())
                .choices()
                .zone();
        var today = LocalDate.now(clock.withZone(zone));
        var named = jdbc.sql(NAMED)
                .param("close", closeId)
                .param("today", today)
                .query(String.class)
                .list();
        return jdbc.sql(COUNT)
                .param("close", closeId)
                .param("today", today)
                .query((row, number) ->
                        new Counts(row.getLong("open"), row.getLong("unowned"), row.getLong("overdue"), named))
                .single();
    }
}
