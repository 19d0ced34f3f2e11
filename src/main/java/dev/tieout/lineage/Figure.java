package dev.tieout.lineage;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A figure beside the movements that make it, in MRR of the reporting currency; contraction and churn are positive.
 *
 * @param reported as computed or published; null while nothing has been computed
 * @param total what the movements amount to
 * @param movements how many they are
 */
public record Figure(
        FigureCell cell, String currency, @Nullable BigDecimal reported, BigDecimal total, long movements) {

    /** Whether the movements amount to what is reported. */
    public boolean agrees() {
        return reported != null && reported.compareTo(total) == 0;
    }
}
