package dev.tieout.rules;

import dev.tieout.policy.MetricPolicy.FullDiscount;
import dev.tieout.policy.MetricPolicy.Grain;
import dev.tieout.policy.MetricPolicy.Pause;
import dev.tieout.terms.AccountStatus;

/**
 * What is known of one account or line between period open and close: all that a row of the movement table can ask about.
 *
 * @param id tells the fact apart within its batch; the decision carries it
 * @param opening recurring amount at open, in ten-thousandths of a major unit of the reporting currency, not negative
 * @param closing the same at close, after the policy's pause, grace and currency rules
 * @param everActive had recurring revenue at any time before this period
 * @param withinReactivationWindow was last active within the policy's window; true when the window is unlimited
 * @param status at close; {@link AccountStatus#ABSENT} when a complete snapshot does not mention it, and then closing is 0
 * @param accountWasActive the account is in the opening cohort; at account grain the same as opening above 0
 * @param accountStays the account as a whole closes above 0; at account grain the same as closing above 0
 * @param linesAdded lines with an amount at close and none at open
 * @param linesLost lines with an amount at open and none at close
 * @param productsAdded products with an amount at close and none at open
 * @param productsLost products with an amount at open and none at close
 * @param quantityChange -1, 0 or 1: the billed quantity fell, stayed or rose; 0 when unknown
 * @param discountChange -1, 0 or 1: the recurring discount amount fell, stayed or rose; 0 when unknown
 */
public record MovementFact(
        long id,
        Grain grain,
        long opening,
        long closing,
        boolean everActive,
        boolean withinReactivationWindow,
        AccountStatus status,
        boolean accountWasActive,
        boolean accountStays,
        int linesAdded,
        int linesLost,
        int productsAdded,
        int productsLost,
        int quantityChange,
        int discountChange,
        Pause policyPause,
        FullDiscount policyFullDiscount) {

    public MovementFact {
        if (opening < 0 || closing < 0) {
            throw new IllegalArgumentException("Fact " + id + ": a recurring amount is never negative");
        }
        if (status == AccountStatus.ABSENT && closing != 0) {
            throw new IllegalArgumentException("Fact " + id + ": what the snapshot does not mention closes at 0");
        }
    }

    /** Closing less opening, in ten-thousandths. */
    public long change() {
        return closing - opening;
    }
}
