package dev.tieout.verification.internal;

import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.rules.MovementFact;
import dev.tieout.terms.AccountStatus;
import java.math.BigDecimal;

/**
 * What is judged as one: an account net of its lines, or at line grain a line. Amounts in the reporting currency.
 *
 * @param line empty at account grain
 * @param closing without FX
 * @param accountWasActive the account as a whole opens above nothing
 * @param accountStays the account as a whole closes above nothing
 * @param quantityChange -1, 0 or 1
 * @param unmentioned a line of the cohort that the snapshot does not mention, and nothing is left
 */
record Unit(
        String account,
        String line,
        BigDecimal opening,
        BigDecimal closing,
        BigDecimal grossUp,
        BigDecimal grossDown,
        BigDecimal fx,
        AccountStatus status,
        boolean accountWasActive,
        boolean accountStays,
        int linesAdded,
        int linesLost,
        int productsAdded,
        int productsLost,
        int quantityChange,
        int discountChange,
        boolean unmentioned) {

    private static final int TEN_THOUSANDTHS = 4;

    BigDecimal change() {
        return closing.subtract(opening);
    }

    boolean isMaterial(Choices choices) {
        return change().signum() != 0 && change().abs().compareTo(choices.materiality()) >= 0;
    }

    /** The unit as the decision table asks for it. */
    MovementFact fact(long id, Choices choices, Past past) {
        return new MovementFact(
                id,
                choices.grain(),
                tenThousandths(opening),
                tenThousandths(closing),
                accountWasActive || past.everActive(),
                accountWasActive || past.withinWindow(),
                status,
                accountWasActive,
                accountStays,
                linesAdded,
                linesLost,
                productsAdded,
                productsLost,
                quantityChange,
                discountChange,
                choices.pause(),
                choices.fullDiscount());
    }

    private long tenThousandths(BigDecimal amount) {
        try {
            return amount.movePointRight(TEN_THOUSANDTHS).longValueExact();
        } catch (ArithmeticException tooLarge) {
            throw Difference.damage("Account " + Difference.shown(account) + " has an amount that no close counts.");
        }
    }
}
