package dev.tieout.backtest;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A movement or a variance that would come out otherwise.
 *
 * @param line empty at account grain and for a variance
 * @param currency of the amounts
 * @param opening null for a variance, as are both closings
 * @param wasAmount what the movement changed as published, closing less opening without exchange rates; of a variance its largest
 *     difference
 * @param amount the same as it would be
 * @param was class or cause as published; {@link #NONE} when there was no such movement
 * @param becomes as it would be; {@link #NONE} when there would be none
 * @param wasRow the row that decided, 0 when none did
 */
public record Change(
        String period,
        String account,
        @Nullable String name,
        String line,
        String currency,
        @Nullable BigDecimal opening,
        @Nullable BigDecimal wasClosing,
        @Nullable BigDecimal closing,
        BigDecimal wasAmount,
        BigDecimal amount,
        String was,
        String becomes,
        @Nullable String wasReason,
        @Nullable String becomesReason,
        int wasRow,
        int becomesRow) {

    /** Stands where there is no movement. */
    public static final String NONE = "NONE";
}
