package dev.tieout.publication;

import dev.tieout.metrics.Bridge;
import java.math.BigDecimal;
import java.util.List;

/**
 * A publication with its figures, ready to show.
 *
 * @param total in the view asked for
 * @param slices of the dimension asked for, in the same view; empty when none was
 */
public record Report(Publication publication, View view, Bridge total, String dimension, List<Bridge> slices) {

    /** The sum of the open variances in the view asked for. */
    public BigDecimal openVariance() {
        return publication.openVariance().multiply(BigDecimal.valueOf(view.months));
    }

    /** MRR, or ARR: the same base times 12. */
    public enum View {
        MRR(1),
        ARR(12);

        private final int months;

        View(int months) {
            this.months = months;
        }
    }
}
