package dev.tieout.rules.internal;

import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.VarianceCause;
import dev.tieout.rules.VarianceDecision;
import dev.tieout.rules.VarianceFact;
import java.util.HashMap;
import java.util.Map;

/** The same as {@link MovementHits} for variances. Public because compiled tables live in their own class loader. */
public final class VarianceHits {

    private final PinnedTable table;
    private final Map<Long, Hit> firstByFact = new HashMap<>();
    private Hit current = new Hit(0);

    VarianceHits(PinnedTable table) {
        this.table = table;
    }

    public void row(VarianceFact fact, int row) {
        current = new Hit(row);
        firstByFact.putIfAbsent(fact.id(), current);
    }

    public void cause(VarianceCause cause) {
        current.cause = cause;
    }

    VarianceDecision decisionFor(VarianceFact fact) {
        Hit hit = firstByFact.getOrDefault(fact.id(), new Hit(0));
        return new VarianceDecision(fact.id(), hit.cause, table.table(), table.version(), hit.row);
    }

    private static final class Hit {
        private final int row;
        private VarianceCause cause = VarianceCause.UNKNOWN;

        private Hit(int row) {
            this.row = row;
        }
    }
}
