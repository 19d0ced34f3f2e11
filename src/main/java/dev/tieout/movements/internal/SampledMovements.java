package dev.tieout.movements.internal;

import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.policy.Policies;
import dev.tieout.rules.MovementFact;
import dev.tieout.rules.MovementSamples;
import dev.tieout.rules.RuleTables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Facts of at most some 50,000 accounts of a close, for tables that are being written. Not read-only: facts are built in a temporary table. */
@Service
@Transactional
class SampledMovements implements MovementSamples {

    /** Shards of 25,000 accounts that are tried together. */
    private static final int SHARDS_TRIED = 2;

    /** Closes that have been classified. */
    private static final String CLASSIFIED =
            "select id from close c where exists (select from movement m where m.close_id = c.id)";

    private final Shards shards;
    private final Closes closes;
    private final Policies policies;
    private final JdbcClient jdbc;

    SampledMovements(Shards shards, Closes closes, Policies policies, JdbcClient jdbc) {
        this.shards = shards;
        this.closes = closes;
        this.policies = policies;
        this.jdbc = jdbc;
    }

    @Override
    public List<SampledPeriod> periods() {
        var classified = new HashSet<>(jdbc.sql(CLASSIFIED).query(Long.class).list());
        return closes.all().stream()
                .filter(close -> classified.contains(close.key()))
                .map(SampledMovements::period)
                .toList();
    }

    private static SampledPeriod period(Close close) {
        return new SampledPeriod(close.span(), close.key(), close.revision(), close.published());
    }

    @Override
    public Sample of(SampledPeriod period) {
        var close = closes.withKey(period.close());
        var policy = policies.version(close.policyVersion()).choices();
        int parts = Math.ceilDiv(shards.number(close.key()), SHARDS_TRIED);
        shards.buildFacts(close, policy, 0, parts);
        var facts = new ArrayList<MovementFact>();
        RowCallbackHandler handler = row -> facts.add(Verdicts.fact(row, policy));
        jdbc.sql(ShardSql.READ_FACTS).withFetchSize(RuleTables.BATCH_LIMIT).query(handler);
        long movements = parts == 1 ? facts.size() : counted(close);
        return new Sample(facts, movements);
    }

    private long counted(Close close) {
        return jdbc.sql("select count(*) from movement where close_id = ?")
                .param(close.key())
                .query(Long.class)
                .single();
    }
}
