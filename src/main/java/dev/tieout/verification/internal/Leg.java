package dev.tieout.verification.internal;

import dev.tieout.policy.MetricPolicy.Choices;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Billing, ledger and retained balance of one account in one currency, or of all that are left; an amount that a leg does not have is
 * nothing.
 */
record Leg(String currency, BigDecimal billing, BigDecimal ledger, BigDecimal retained) {

    static Leg of(
            String currency, @Nullable BigDecimal billing, @Nullable BigDecimal ledger, @Nullable BigDecimal retained) {
        return new Leg(currency, orNothing(billing), orNothing(ledger), orNothing(retained));
    }

    private static BigDecimal orNothing(@Nullable BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }

    Leg plus(Leg other) {
        return new Leg(currency, billing.add(other.billing), ledger.add(other.ledger), retained.add(other.retained));
    }

    /** The largest of the three differences. */
    BigDecimal amount() {
        return billing.subtract(ledger)
                .abs()
                .max(billing.subtract(retained).abs())
                .max(ledger.subtract(retained).abs());
    }

    /**
     * Whether an account's legs differ: above both tolerances, the absolute one at the opening rate and the relative one of the largest leg.
     * A difference equal to the tolerance is none.
     *
     * @param rate of the currency at the opening; empty when there is none
     */
    boolean differs(Choices choices, Optional<BigDecimal> rate) {
        var largest = billing.abs().max(ledger.abs()).max(retained.abs());
        boolean relatively = amount().compareTo(choices.toleranceRelative().multiply(largest)) > 0;
        return relatively && isAbove(choices.toleranceAbsolute(), rate);
    }

    /** Whether the difference, in the reporting currency, is above a tolerance. Without a rate every difference is. */
    boolean isAbove(BigDecimal tolerance, Optional<BigDecimal> rate) {
        return rate.map(amount()::multiply)
                .map(converted -> converted.compareTo(tolerance) > 0)
                .orElse(true);
    }
}
