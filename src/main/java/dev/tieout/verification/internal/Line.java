package dev.tieout.verification.internal;

import dev.tieout.terms.AccountStatus;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One recurring stream of an account at one end of the period, in its own currency.
 *
 * @param quantity null when unknown; so is {@code discount}
 */
record Line(
        String subscription,
        String product,
        BigDecimal mrr,
        String currency,
        AccountStatus status,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal discount) {

    /** What makes it the same stream at both ends. */
    Stream stream() {
        return new Stream(subscription, product);
    }

    /** A line's key within its account. */
    record Stream(String subscription, String product) {}
}
