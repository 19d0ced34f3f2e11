package dev.tieout.backtest;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A billing system's word that would mean something else.
 *
 * @param was its meaning as published; null for one that was not known
 * @param becomes its meaning as tested; null for one that would not be known
 * @param lines of the period with that word, or for {@link Told#AT_MOST} with that meaning
 * @param amount billed on them, in {@code currency}; 0 for rejected rows, whose amounts nobody read
 */
public record StatusWord(
        String period,
        String billingSystem,
        String word,
        @Nullable String was,
        @Nullable String becomes,
        Told told,
        long lines,
        BigDecimal amount,
        String currency) {

    /** How sure the numbers are. */
    public enum Told {
        /** All words of its meaning go the same way: the lines are decided again and in the figures. */
        EXACT,
        /** Words of one meaning part. Lines keep the meaning and not the word, so these are the most that it can be; not in the figures. */
        AT_MOST,
        /** The word would not be known, and rows with it would be rejected; not in the figures. */
        REJECTED,
        /** Rows that were rejected for the word would be taken in; not in the figures. */
        TAKEN_IN
    }
}
