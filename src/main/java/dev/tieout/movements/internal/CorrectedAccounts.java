package dev.tieout.movements.internal;

import dev.tieout.audit.AuditTrail;
import dev.tieout.closing.Close;
import dev.tieout.policy.MetricPolicy.Choices;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Classifies single accounts of a close anew. Each is a shard of its own among as many shards as there can be, so that the same
 * statements decide it as in a whole run, and no account beside it is looked at again.
 */
@Component
class CorrectedAccounts {

    private static final int FINEST = Integer.MAX_VALUE;

    private static final String SHARDS =
            "select distinct shard_of(a, :shards) from unnest(:accounts::text[]) a order by 1";

    /** What the accounts were sliced by until now; accounts files of later periods have changed what is known of them. */
    private static final String ATTRIBUTES = """
            select distinct on (account) account, attributes::text as attributes from movement
            where close_id = :close and account = any (:accounts) order by account, line
            """;

    private static final String KEEP_ATTRIBUTES = """
            update movement m set attributes = k.attributes::jsonb
            from unnest(:accounts::text[], :attributes::text[]) k (account, attributes)
            where m.close_id = :close and m.account = k.account
            """;

    private final JdbcClient jdbc;
    private final Shards shards;
    private final AuditTrail audit;

    CorrectedAccounts(JdbcClient jdbc, Shards shards, AuditTrail audit) {
        this.jdbc = jdbc;
        this.shards = shards;
        this.audit = audit;
    }

    void classify(Close close, Choices policy, Set<String> accounts) {
        var names = accounts.stream().sorted().toArray(String[]::new);
        var attributes = attributes(close, names);
        jdbc.sql(SHARDS).param("shards", FINEST).param("accounts", names).query(Integer.class).list().stream()
                .forEach(shard -> shards.replace(close, policy, shard, FINEST));
        if (close.isBeingCorrected()) {
            keep(close, attributes);
        }
        audit.record("accounts-reclassified", "close/" + close.period(), null, Map.of("accounts", names), null);
    }

    private Map<String, String> attributes(Close close, String... accounts) {
        var attributes = new HashMap<String, String>();
        RowCallbackHandler each = row -> attributes.put(row.getString("account"), row.getString("attributes"));
        jdbc.sql(ATTRIBUTES)
                .param("close", close.key())
                .param("accounts", accounts)
                .query(each);
        return attributes;
    }

    private void keep(Close close, Map<String, String> attributes) {
        jdbc.sql(KEEP_ATTRIBUTES)
                .param("close", close.key())
                .param("accounts", attributes.keySet().toArray(String[]::new))
                .param("attributes", attributes.values().toArray(String[]::new))
                .update();
    }
}
