package dev.tieout.learning;

import dev.tieout.backtest.Moved;
import dev.tieout.backtest.Outcome;
import java.util.List;

/**
 * A published period decided again with a proposed row.
 *
 * @param moved movements that would have another class, in their order; at most {@link #MOST_MOVED}
 */
public record TriedPeriod(Outcome outcome, List<Moved> moved) {

    /** Movements of a period that are named. */
    public static final int MOST_MOVED = 20;

    public TriedPeriod {
        moved = List.copyOf(moved);
    }
}
