package dev.tieout.findings.internal;

import dev.tieout.terms.Ratio;
import java.math.BigDecimal;

/** From when on something stands out. Ratios are compared exactly, never after rounding. */
final class Thresholds {

    /** One point: boards read retention in whole points, so a smaller change of NRR or GRR is called stable. */
    static final BigDecimal STABLE = new BigDecimal("0.01");

    /** A tenth of a point: below it two ratios moving apart is noise of a few invoices. */
    static final BigDecimal NOTICEABLE = new BigDecimal("0.001");

    /** NRR at or below 101 %: what is gained only replaces what is lost. A steady NRR above that is growth, not a stall. */
    static final BigDecimal NO_GROWTH = new BigDecimal("1.01");

    /** A quarter of a line from one account: without it the line, and mostly the ratio's direction, would read differently. */
    static final BigDecimal SHARE_OF_LINE = new BigDecimal("0.25");

    /** A tenth of the base: the share from which IFRS 8.34 and ASC 280-10-50-42 want a single customer disclosed. */
    static final BigDecimal SHARE_OF_BASE = new BigDecimal("0.10");

    /** Half a point of the opening: a line smaller than this cannot move NRR or GRR by what anybody would report. */
    static final BigDecimal LINE_THAT_MATTERS = new BigDecimal("0.005");

    private Thresholds() {}

    static boolean atLeast(Ratio ratio, BigDecimal threshold) {
        return compare(ratio, threshold) >= 0;
    }

    static boolean atMost(Ratio ratio, BigDecimal threshold) {
        return compare(ratio, threshold) <= 0;
    }

    /** Whether its size, whatever its sign, stays within the threshold. */
    static boolean within(Ratio difference, BigDecimal threshold) {
        return atMost(difference, threshold) && atLeast(difference, threshold.negate());
    }

    private static int compare(Ratio ratio, BigDecimal threshold) {
        return ratio.numerator().compareTo(threshold.multiply(ratio.denominator()));
    }
}
