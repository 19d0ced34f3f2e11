package dev.tieout.movements;

import dev.tieout.terms.AccountStatus;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Reason;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Opening to closing of one account (or line) in one period, in the reporting currency.
 *
 * @param line empty at account grain
 * @param grossUp sum of its lines' increases
 * @param grossDown sum of its lines' decreases, positive
 * @param decidedBy the rule row or the person that gave the class in force
 * @param ruled what the table alone said, also when a person said otherwise
 * @param review a person should look: the table asked for it or the amount is material
 * @param exclusion why it is out of the period's numbers, or null
 */
public record Movement(
        String account,
        String accountName,
        String line,
        BigDecimal opening,
        BigDecimal closing,
        BigDecimal grossUp,
        BigDecimal grossDown,
        String currency,
        AccountStatus status,
        MovementClass movementClass,
        @Nullable Reason reason,
        DecidedBy decidedBy,
        Verdict ruled,
        boolean review,
        @Nullable Exclusion exclusion,
        Map<String, String> attributes) {

    /** Net change, closing less opening. */
    public BigDecimal change() {
        return closing.subtract(opening);
    }

    /** The closing that the class judges: converted at the opening rate, as the policy's FX treatment leaves the rest to {@link #fx()}. */
    public BigDecimal closingWithoutFx() {
        return opening.add(grossUp).subtract(grossDown);
    }

    /** What the change of the exchange rate did to the closing; its own line of the bridge. */
    public BigDecimal fx() {
        return closing.subtract(closingWithoutFx());
    }

    public boolean excluded() {
        return exclusion != null;
    }

    /** Who or what gave the class in force. */
    public sealed interface DecidedBy {

        /** Row 0 means that no row took it. */
        record Row(String table, int version, int row) implements DecidedBy {}

        record Person(String user, String comment) implements DecidedBy {}
    }

    /** What the decision table said. */
    public record Verdict(
            MovementClass movementClass, @Nullable Reason reason, String table, int version, int row) {}

    /** An account taken out of the period's numbers. */
    public record Exclusion(String user, String reason, String comment) {}
}
