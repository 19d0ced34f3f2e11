package dev.tieout.reconciliation.rest;

import dev.tieout.reconciliation.AccountLegs;
import dev.tieout.reconciliation.AccountLegs.Standing;
import dev.tieout.reconciliation.Variance;
import dev.tieout.terms.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The legs of one account in one currency: differences signed, billing less ledger and so on. */
record LegsAnswer(
        String account,
        String accountName,
        String currency,
        String billing,
        String ledger,
        String retained,
        String billingLessLedger,
        String billingLessRetained,
        String ledgerLessRetained,
        @Nullable String tolerance,
        Standing standing,
        @Nullable Long variance,
        Variance.@Nullable State state) {

    static LegsAnswer of(AccountLegs legs) {
        return new LegsAnswer(
                legs.account(),
                legs.name(),
                legs.currency(),
                text(legs, legs.billing()),
                text(legs, legs.ledger()),
                text(legs, legs.retained()),
                text(legs, legs.billing().subtract(legs.ledger())),
                text(legs, legs.billing().subtract(legs.retained())),
                text(legs, legs.ledger().subtract(legs.retained())),
                legs.tolerance() == null ? null : text(legs, legs.tolerance()),
                legs.standing(),
                legs.variance(),
                legs.state());
    }

    private static String text(AccountLegs legs, BigDecimal amount) {
        return new Money(amount, legs.currency()).text();
    }
}
