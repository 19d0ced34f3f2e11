package dev.tieout.backtest;

import dev.tieout.terms.MovementClass;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A movement that comes out otherwise than it was published.
 *
 * @param name the account's name when the version was published; null when the version has no movement of it
 * @param line empty at account grain
 * @param was as published; null when there was no such movement
 * @param becomes as it would have been; null when there would be none
 */
public record Moved(
        String account,
        String line,
        @Nullable String name,
        @Nullable Side was,
        @Nullable Side becomes) {

    /** Whether the class is another, one side's lack of a movement included, and the movement counts. */
    public boolean changesClass() {
        boolean excluded = (was != null && was.excluded()) || (becomes != null && becomes.excluded());
        return !excluded
                && (was == null ? null : was.movementClass()) != (becomes == null ? null : becomes.movementClass());
    }

    /**
     * One of the two.
     *
     * @param closing with exchange rates
     * @param movementClass null for the published lines of an account that had several classes, where the grain is another now
     * @param row the row of the table that decided, whatever a person decided after; 0 when none took it
     */
    public record Side(
            BigDecimal opening,
            BigDecimal closing,
            BigDecimal fx,
            @Nullable String status,
            @Nullable MovementClass movementClass,
            @Nullable String reason,
            int row,
            boolean overridden,
            boolean excluded) {

        /** Closing less opening, without what exchange rates made. */
        public BigDecimal amount() {
            return closing.subtract(fx).subtract(opening);
        }
    }
}
