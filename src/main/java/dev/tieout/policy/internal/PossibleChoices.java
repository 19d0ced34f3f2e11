package dev.tieout.policy.internal;

import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.policy.Policies.ImpossibleChoice;
import dev.tieout.terms.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a metric policy can choose; everything else is refused in words. */
final class PossibleChoices {

    private static final int RELATIVE_DECIMALS = 6;
    /** A century: longer terms are slips of the keyboard, and date arithmetic stays in range. */
    private static final int MOST_MONTHS = 1_200;

    private static final int MOST_DAYS = 3_650;
    /** Twenty days: a month's cutoff stays before the next month's. */
    private static final int MOST_CUTOFF_HOURS = 480;

    private PossibleChoices() {}

    static void check(Choices choices) {
        checkComplete(choices);
        checkZone(choices.timeZone());
        checkCurrency(choices.reportingCurrency());
        checkAmounts(choices);
        checkTerms(choices);
        checkCutoff(choices);
    }

    /** The API's JSON may leave anything out. */
    private static void checkComplete(Choices choices) {
        Map<String, @Nullable Object> given = new LinkedHashMap<>();
        given.put("grain", choices.grain());
        given.put("periodLength", choices.periodLength());
        given.put("timeZone", choices.timeZone());
        given.put("timestampRule", choices.timestampRule());
        given.put("reportingCurrency", choices.reportingCurrency());
        given.put("fx", choices.fx());
        given.put("pause", choices.pause());
        given.put("fullDiscount", choices.fullDiscount());
        given.put("toleranceAbsolute", choices.toleranceAbsolute());
        given.put("toleranceRelative", choices.toleranceRelative());
        given.put("totalToleranceAbsolute", choices.totalToleranceAbsolute());
        given.put("materiality", choices.materiality());
        var missing = given.entrySet().stream()
                .filter(choice -> choice.getValue() == null)
                .map(Map.Entry::getKey)
                .toList();
        if (!missing.isEmpty()) {
            throw new ImpossibleChoice("The policy does not say " + String.join(", ", missing) + ".");
        }
    }

    private static void checkZone(String zone) {
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new ImpossibleChoice("“" + zone + "” is no time zone; write one like Europe/Berlin.");
        }
    }

    private static void checkCurrency(String code) {
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(currency -> currency.getCurrencyCode().equals(code))) {
            throw new ImpossibleChoice("“" + code + "” is no ISO 4217 currency code.");
        }
    }

    private static void checkAmounts(Choices choices) {
        if (!isAmount(choices.toleranceAbsolute())
                || !isAmount(choices.totalToleranceAbsolute())
                || !isAmount(choices.materiality())) {
            throw new ImpossibleChoice(
                    "Tolerances and materiality are zero or more, below 10^15 and have at most four decimals.");
        }
        var relative = choices.toleranceRelative();
        if (relative.signum() < 0
                || relative.compareTo(BigDecimal.ONE) >= 0
                || relative.stripTrailingZeros().scale() > RELATIVE_DECIMALS) {
            throw new ImpossibleChoice(
                    "The relative tolerance is a fraction: zero or more, below 1, with at most six decimals.");
        }
    }

    private static boolean isAmount(BigDecimal amount) {
        return amount.signum() >= 0
                && amount.compareTo(Money.LIMIT) < 0
                && amount.stripTrailingZeros().scale() <= Money.SCALE;
    }

    private static void checkCutoff(Choices choices) {
        var hours = choices.cutoffHours();
        if (hours != null && !isBetween(0, hours, MOST_CUTOFF_HOURS)) {
            throw new ImpossibleChoice("The cutoff is 0 to " + MOST_CUTOFF_HOURS + " hours after the period's end.");
        }
        var absent = choices.absentTolerance();
        if (absent != null && !isFraction(absent)) {
            throw new ImpossibleChoice(
                    "The tolerated share of absent opening lines is a fraction: zero or more, at most 1,"
                            + " with at most six decimals.");
        }
    }

    private static boolean isFraction(BigDecimal share) {
        return share.signum() >= 0
                && share.compareTo(BigDecimal.ONE) <= 0
                && share.stripTrailingZeros().scale() <= RELATIVE_DECIMALS;
    }

    private static void checkTerms(Choices choices) {
        if (!isBetween(1, choices.varianceSlaDays(), MOST_DAYS)
                || !isBetween(1, choices.taskSlaDays(), MOST_DAYS)
                || !isBetween(0, choices.lateRenewalGraceDays(), MOST_DAYS)) {
            throw new ImpossibleChoice(
                    "Service levels are at least one day and grace days zero or more, none of them above " + MOST_DAYS
                            + ".");
        }
        var months = choices.reactivationMonths();
        if (months != null && !isBetween(1, months, MOST_MONTHS)) {
            throw new ImpossibleChoice("The reactivation window is 1 to " + MOST_MONTHS + " months, or unlimited.");
        }
    }

    private static boolean isBetween(int least, int value, int most) {
        return least <= value && value <= most;
    }
}
