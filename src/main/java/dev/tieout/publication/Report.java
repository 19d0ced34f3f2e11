package dev.tieout.publication;

import dev.tieout.metrics.Bridge;
import dev.tieout.terms.Refusal;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

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

        /** Reads {@code mrr} or {@code ARR}, or throws {@link NoSuchView}. */
        public static View parse(String text) {
            return Arrays.stream(values())
                    .filter(view -> view.name().equals(text.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new NoSuchView(text));
        }
    }

    /** Neither MRR nor ARR. */
    public static final class NoSuchView extends Refusal {
        NoSuchView(String text) {
            super(Kind.INVALID, "no-such-view", "“" + text + "” is no view of a report; write mrr or arr.");
        }
    }
}
