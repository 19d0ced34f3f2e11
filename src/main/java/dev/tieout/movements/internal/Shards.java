package dev.tieout.movements.internal;

import dev.tieout.audit.AuditTrail;
import dev.tieout.closing.Close;
import dev.tieout.movements.RateMissing;
import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.policy.MetricPolicy.Grain;
import dev.tieout.rules.MovementFact;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTables;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Classifies the accounts of a close shard by shard: amounts stay in the database, only facts and verdicts travel. */
@Component
class Shards {

    private static final int ACCOUNTS_PER_SHARD = 25_000;
    private static final int MOST = 64;

    /** So many shards that an account is hardly ever with another. */
    private static final int NEARLY_EACH_ALONE = Integer.MAX_VALUE;

    /** Every account of cohort and snapshot once. */
    private static final String ACCOUNTS = """
            select count(*) from (select account from opening_line where close_id = :close
                                  union select account from billing_row where close_id = :close) accounts
            """;

    private final JdbcClient jdbc;
    private final JdbcOperations operations;
    private final RuleTables rules;
    private final AuditTrail audit;

    Shards(JdbcClient jdbc, JdbcOperations operations, RuleTables rules, AuditTrail audit) {
        this.jdbc = jdbc;
        this.operations = operations;
        this.rules = rules;
        this.audit = audit;
    }

    int number(long closeId) {
        long accounts =
                jdbc.sql(ACCOUNTS).param("close", closeId).query(Long.class).single();
        return (int) Math.clamp(Math.ceilDiv(accounts, ACCOUNTS_PER_SHARD), 1, MOST);
    }

    long classify(Close close, Choices policy, int shard, int shards) {
        var part = new Part(close.key(), shard, shards);
        return summarise(part, close, replace(part, close, policy));
    }

    /** Classifies a shard, whatever the number of shards, and leaves nothing in the trail. */
    void replace(Close close, Choices policy, int shard, int shards) {
        replace(new Part(close.key(), shard, shards), close, policy);
    }

    /** What is known of one account or line, from the close's lines as they are now; built like those of its shard. */
    Optional<MovementFact> fact(Close close, Choices policy, String account, String line) {
        int shard = jdbc.sql("select shard_of(:account, :shards)")
                .param("account", account)
                .param("shards", NEARLY_EACH_ALONE)
                .query(Integer.class)
                .single();
        buildFacts(new Part(close.key(), shard, NEARLY_EACH_ALONE), close, policy);
        return jdbc.sql(ShardSql.READ_FACT)
                .param("account", account)
                .param("line", line)
                .query((row, _) -> Verdicts.fact(row, policy))
                .optional();
    }

    /** Builds the facts of a shard in the transaction's temporary table, in place of those of the shard before. */
    void buildFacts(Close close, Choices policy, int shard, int shards) {
        buildFacts(new Part(close.key(), shard, shards), close, policy);
    }

    private PinnedTable replace(Part part, Close close, Choices policy) {
        buildFacts(part, close, policy);
        var table = new PinnedTable(
                RuleTables.MOVEMENT_CLASSIFICATION, close.ruleVersion(RuleTables.MOVEMENT_CLASSIFICATION));
        decide(table, policy);
        part.bind(jdbc.sql(ShardSql.DELETE)).update();
        part.bind(jdbc.sql(ShardSql.INSERT))
                .param("byLine", byLine(policy))
                .param("materiality", policy.materiality())
                .update();
        return table;
    }

    private void buildFacts(Part part, Close close, Choices policy) {
        operations.execute(ShardSql.CLEAR);
        operations.execute(ShardSql.FACT_TABLE);
        operations.execute(ShardSql.VERDICT_TABLE);
        part.bind(jdbc.sql(ShardSql.FACTS))
                .param("byLine", byLine(policy))
                .param("starts", close.startsOn())
                .param("windowMonths", policy.reactivationMonths())
                .update();
        var unrated = jdbc.sql(ShardSql.UNRATED).query(String.class).list();
        if (!unrated.isEmpty()) {
            throw new RateMissing(unrated);
        }
    }

    private void decide(PinnedTable table, Choices policy) {
        var verdicts = new Verdicts(batch -> rules.classify(table, batch), policy, operations);
        jdbc.sql(ShardSql.READ_FACTS).withFetchSize(RuleTables.BATCH_LIMIT).query(verdicts);
        verdicts.decide();
    }

    private long summarise(Part part, Close close, PinnedTable table) {
        var run = part.bind(jdbc.sql(ShardSql.SUMMARY))
                .query((row, number) -> new Run(
                        part.shard(),
                        part.shards(),
                        table.table(),
                        table.version(),
                        row.getLong("movements"),
                        row.getLong("unclassified"),
                        row.getLong("overridden"),
                        row.getLong("set_aside")))
                .single();
        audit.record("classification-run", "close/" + close.period(), null, run, null);
        return run.movements();
    }

    private static boolean byLine(Choices policy) {
        return policy.grain() == Grain.LINE;
    }

    /** One shard of a close. */
    private record Part(long close, int shard, int shards) {

        StatementSpec bind(StatementSpec statement) {
            return statement.param("close", close).param("shard", shard).param("shards", shards);
        }
    }

    /**
     * What a run leaves in the trail.
     *
     * @param setAside overrides whose class the amounts no longer bear
     */
    private record Run(
            int shard,
            int shards,
            String table,
            int version,
            long movements,
            long unclassified,
            long overridden,
            long setAside) {}
}
