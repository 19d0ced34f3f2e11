package dev.tieout.movements.internal;

import dev.tieout.movements.Replays.MovementTable;
import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.rules.MovementDecision;
import dev.tieout.rules.MovementFact;
import dev.tieout.rules.RuleTables;
import dev.tieout.terms.AccountStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Hands facts to the decision table as they stream by, a batch at a time, and copies the verdicts beside them. */
class Verdicts implements RowCallbackHandler {

    private final MovementTable table;
    private final Choices policy;
    private final JdbcOperations jdbc;
    private final List<MovementFact> batch = new ArrayList<>(RuleTables.BATCH_LIMIT);

    Verdicts(MovementTable table, Choices policy, JdbcOperations jdbc) {
        this.table = table;
        this.policy = policy;
        this.jdbc = jdbc;
    }

    @Override
    public void processRow(ResultSet row) throws SQLException {
        batch.add(fact(row, policy));
        if (batch.size() == RuleTables.BATCH_LIMIT) {
            decide();
        }
    }

    /** Decides what is left of the last batch. */
    void decide() {
        if (!batch.isEmpty()) {
            copy(table.decide(batch));
            batch.clear();
        }
    }

    /** The fact in a row of {@link ShardSql#READ_FACTS}. */
    static MovementFact fact(ResultSet row, Choices policy) throws SQLException {
        return new MovementFact(
                row.getLong("id"),
                policy.grain(),
                row.getLong("opening"),
                row.getLong("closing"),
                row.getBoolean("ever_active"),
                row.getBoolean("within_window"),
                AccountStatus.valueOf(row.getString("status")),
                row.getBoolean("account_was_active"),
                row.getBoolean("account_stays"),
                row.getInt("lines_added"),
                row.getInt("lines_lost"),
                row.getInt("products_added"),
                row.getInt("products_lost"),
                row.getInt("quantity_change"),
                row.getInt("discount_change"),
                policy.pause(),
                policy.fullDiscount());
    }

    /** Numbers and enum names only, so nothing in a row needs quoting. */
    private void copy(List<MovementDecision> decisions) {
        var text = new StringBuilder(decisions.size() * 64);
        for (var decision : decisions) {
            text.append(decision.factId())
                    .append('\t')
                    .append(decision.movementClass())
                    .append('\t')
                    .append(decision.reason())
                    .append('\t')
                    .append(decision.table())
                    .append('\t')
                    .append(decision.version())
                    .append('\t')
                    .append(decision.row())
                    .append('\t')
                    .append(decision.review() ? 't' : 'f')
                    .append('\n');
        }
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        jdbc.execute((ConnectionCallback<Long>) connection -> {
            try {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(ShardSql.COPY_VERDICTS, new ByteArrayInputStream(bytes));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
