package dev.tieout.reconciliation.internal;

import dev.tieout.metrics.Bridge;
import dev.tieout.reconciliation.OpenVariance;
import dev.tieout.reconciliation.internal.OpenAmounts.Reach;
import dev.tieout.terms.Ratio;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Between which ratios the open amounts leave the truth: from all of them against the cohort to all of them for it. */
final class WorstCase {

    private WorstCase() {}

    /** The range around a bridge; without ratios when there is no bridge yet or no base. */
    static OpenVariance of(Reach reach, Optional<Bridge> bridge, boolean countReactivation) {
        var nrr = bridge.flatMap(total -> total.nrr(countReactivation));
        var grr = bridge.flatMap(Bridge::grr);
        return new OpenVariance(
                reach.variances(),
                reach.amount(),
                moved(nrr, reach.nrrDown().negate()),
                moved(nrr, reach.nrrUp()),
                between(moved(grr, reach.grrDown().negate())),
                between(moved(grr, reach.grrUp())));
    }

    private static @Nullable Ratio moved(Optional<Ratio> ratio, BigDecimal by) {
        return ratio.map(exact -> new Ratio(exact.numerator().add(by).max(BigDecimal.ZERO), exact.denominator()))
                .orElse(null);
    }

    /** GRR is never above 1, whatever is open. */
    private static @Nullable Ratio between(@Nullable Ratio grr) {
        return grr == null ? null : new Ratio(grr.numerator().min(grr.denominator()), grr.denominator());
    }
}
