package dev.tieout.rules.internal;

import dev.tieout.rules.MovementDecision;
import dev.tieout.rules.MovementFact;
import dev.tieout.rules.PinnedTable;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Reason;
import java.util.HashMap;
import java.util.Map;

/**
 * What the rows say about one batch. Rows fire in the table's order and each reports its number first, then its answers; the first
 * row that reports a fact keeps it. Public because compiled tables live in their own class loader.
 */
public final class MovementHits {

    private final PinnedTable table;
    private final Map<Long, Hit> firstByFact = new HashMap<>();
    private Hit current = new Hit(0);

    MovementHits(PinnedTable table) {
        this.table = table;
    }

    public void row(MovementFact fact, int row) {
        current = new Hit(row);
        firstByFact.putIfAbsent(fact.id(), current);
    }

    public void becomes(MovementClass movementClass) {
        current.movementClass = movementClass;
    }

    public void because(Reason reason) {
        current.reason = reason;
    }

    public void review(boolean review) {
        current.review = review;
    }

    MovementDecision decisionFor(MovementFact fact) {
        Hit hit = firstByFact.get(fact.id());
        return hit == null
                ? decision(fact, MovementClass.UNCLASSIFIED, Reason.OTHER, 0, true)
                : decision(fact, hit.movementClass, hit.reason, hit.row, hit.review);
    }

    private MovementDecision decision(
            MovementFact fact, MovementClass movementClass, Reason reason, int row, boolean review) {
        return new MovementDecision(fact.id(), movementClass, reason, table.table(), table.version(), row, review);
    }

    private static final class Hit {
        private final int row;
        private MovementClass movementClass = MovementClass.UNCLASSIFIED;
        private Reason reason = Reason.OTHER;
        private boolean review;

        private Hit(int row) {
            this.row = row;
        }
    }
}
