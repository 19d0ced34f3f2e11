package dev.tieout.movements.internal;

import dev.tieout.closing.Closes;
import dev.tieout.movements.Explanations;
import dev.tieout.movements.Movements.NoSuchMovement;
import dev.tieout.policy.Policies;
import dev.tieout.rules.Explanation;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTables;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Builds an account's facts anew and asks the close's table. Not read-only: the facts are built in a temporary table. */
@Service
@Transactional
class AskedTables implements Explanations {

    private final Shards shards;
    private final Closes closes;
    private final Policies policies;
    private final RuleTables rules;

    AskedTables(Shards shards, Closes closes, Policies policies, RuleTables rules) {
        this.shards = shards;
        this.closes = closes;
        this.policies = policies;
        this.rules = rules;
    }

    @Override
    public Explanation of(long closeId, String account, String line) {
        var close = closes.withKey(closeId);
        var policy = policies.version(close.policyVersion()).choices();
        var fact = shards.fact(close, policy, account, line).orElseThrow(() -> new NoSuchMovement(account));
        String table = RuleTables.MOVEMENT_CLASSIFICATION;
        return rules.explain(new PinnedTable(table, close.ruleVersion(table)), fact);
    }
}
