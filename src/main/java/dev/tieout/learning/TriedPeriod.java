package dev.tieout.learning;

import dev.tieout.backtest.Moved;
import dev.tieout.backtest.Outcome;
import dev.tieout.backtest.PublishedPeriod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published period decided again with a proposed row.
 *
 * @param outcome null when it could not be decided again
 * @param notReplayed why it could not, in words; null when it was
 * @param moved movements that would have another class, in their order; at most {@link #MOST_MOVED}
 */
public record TriedPeriod(
        PublishedPeriod period,
        @Nullable Outcome outcome,
        @Nullable String notReplayed,
        List<Moved> moved) {

    /** Movements of a period that are named. */
    public static final int MOST_MOVED = 20;

    public TriedPeriod {
        moved = List.copyOf(moved);
    }
}
