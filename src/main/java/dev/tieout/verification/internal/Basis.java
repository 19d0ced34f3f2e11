package dev.tieout.verification.internal;

import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.policy.MetricPolicy.Discounts;
import dev.tieout.policy.MetricPolicy.Fx;
import dev.tieout.policy.MetricPolicy.Grain;
import dev.tieout.policy.MetricPolicy.Pause;
import dev.tieout.terms.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/**
 * What the calculation stands on besides the lines themselves: the period, the policy's choices and the exchange rates.
 *
 * @param rates by currency; the reporting currency needs none
 */
record Basis(Period period, Choices choices, Map<String, Rate> rates) {

    private static final int DECIMALS = 4;

    /** Into the reporting currency, at both ends of the period. */
    record Rate(BigDecimal opening, BigDecimal closing) {}

    boolean byLine() {
        return choices.grain() == Grain.LINE;
    }

    boolean showsFx() {
        return choices.fx() == Fx.AS_REPORTED;
    }

    /** Recurring revenue that a billed line carries: nothing in trial, after its end, or paused unless the policy keeps pauses. */
    BigDecimal recognised(Line line) {
        return recognised(line, line.mrr());
    }

    /** The same after discounts, whether or not the policy counts them: what the ledger posts. */
    BigDecimal charged(Line line) {
        var discount = line.discount();
        return choices.countedDiscounts() == Discounts.GROSS && discount != null
                ? recognised(line, line.mrr().subtract(discount).max(BigDecimal.ZERO))
                : recognised(line);
    }

    private BigDecimal recognised(Line line, BigDecimal amount) {
        return switch (line.status()) {
            case ACTIVE, PAST_DUE, RENEWAL_PENDING -> amount;
            case PAUSED -> choices.pause() == Pause.KEEP ? amount : BigDecimal.ZERO;
            case TRIAL, CANCELLED, EXPIRED, UNPAID, ABSENT -> BigDecimal.ZERO;
        };
    }

    /** In the reporting currency at the period's opening rate, rounded once. */
    BigDecimal atOpening(BigDecimal amount, String currency) {
        return isReporting(currency)
                ? amount
                : rounded(amount.multiply(rate(currency).opening()));
    }

    /** In the reporting currency at the period's closing rate, rounded once. */
    BigDecimal atClosing(BigDecimal amount, String currency) {
        return isReporting(currency)
                ? amount
                : rounded(amount.multiply(rate(currency).closing()));
    }

    /** The rate at the opening, 1 for the reporting currency; empty when the period has none. */
    Optional<BigDecimal> openingRate(String currency) {
        return isReporting(currency)
                ? Optional.of(BigDecimal.ONE)
                : Optional.ofNullable(rates.get(currency)).map(Rate::opening);
    }

    boolean isReporting(String currency) {
        return currency.equals(choices.reportingCurrency());
    }

    /** Half to even at four decimals: the only rounding of an amount. */
    static BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    private Rate rate(String currency) {
        var rate = rates.get(currency);
        if (rate == null) {
            throw Difference.damage("The pack has amounts in " + currency + " and no exchange rate for it.");
        }
        return rate;
    }
}
