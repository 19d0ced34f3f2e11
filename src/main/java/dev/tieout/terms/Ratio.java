package dev.tieout.terms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A retention ratio, kept as its two exact sums. This is the one place where a percentage is rounded: HALF_EVEN, 6 decimals in
 * exports, 2 decimals of a percent on screens.
 */
public record Ratio(BigDecimal numerator, BigDecimal denominator) {

    private static final int EXPORT_DECIMALS = 6;
    private static final int PERCENT_DECIMALS = 2;

    /** The ratio, or empty when there is no base: never 0 % and never a division error. */
    public static Optional<Ratio> of(BigDecimal numerator, BigDecimal denominator) {
        return denominator.signum() == 0 ? Optional.empty() : Optional.of(new Ratio(numerator, denominator));
    }

    /** For exports and the API: {@code 1.100000}. */
    public BigDecimal decimal() {
        return numerator.divide(denominator, EXPORT_DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** For screens: {@code 110.00 %}. */
    public String percent() {
        return numerator
                        .multiply(BigDecimal.valueOf(100))
                        .divide(denominator, PERCENT_DECIMALS, RoundingMode.HALF_EVEN)
                        .toPlainString()
                + " %";
    }

    /** This less another, exactly. */
    public Ratio minus(Ratio other) {
        return new Ratio(
                numerator.multiply(other.denominator).subtract(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /** A difference of ratios in percentage points with its sign, for screens: {@code +1.25}; no sign when it rounds to nothing. */
    public String points() {
        var points = numerator
                .multiply(BigDecimal.valueOf(100))
                .divide(denominator, PERCENT_DECIMALS, RoundingMode.HALF_EVEN);
        return (points.signum() > 0 ? "+" : "") + points.toPlainString().replace('-', '\u2212');
    }

    /** Exact comparison by cross-multiplication; denominators here are never negative. */
    public boolean exceeds(Ratio other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator)) > 0;
    }
}
