package dev.tieout.lens;

import dev.tieout.metrics.Bridge;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Ratio;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version by one product's definitions.
 *
 * @param nrr over what opens above nothing, with reactivation where the product counts it; null without a base
 * @param grr null without a base
 * @param differing how many accounts have another class, another amount or another effect than published
 * @param accounts those with the largest effect first; at most {@link Lens#MOST_ACCOUNTS}
 * @param notes what could not be done as the product does it, for this version alone
 */
public record LensResult(
        Bridge bridge,
        @Nullable Ratio nrr,
        @Nullable Ratio grr,
        long differing,
        List<Account> accounts,
        List<String> notes) {

    public LensResult {
        accounts = List.copyOf(accounts);
        notes = List.copyOf(notes);
    }

    /**
     * An account that is told otherwise.
     *
     * @param was as published; null when it has no movement there
     * @param becomes by the product's definitions; null when it has no movement by them
     */
    public record Account(
            String account,
            String name,
            @Nullable Side was,
            @Nullable Side becomes) {

        /** By how much its part in NRR differs, in the reporting currency. */
        public BigDecimal effectOnNet() {
            return net(becomes).subtract(net(was));
        }

        /** By how much its losses, which GRR counts, differ; positive when it loses less. */
        public BigDecimal effectOnGross() {
            return lost(was).subtract(lost(becomes));
        }

        private static BigDecimal net(@Nullable Side side) {
            return side == null ? BigDecimal.ZERO : side.net();
        }

        private static BigDecimal lost(@Nullable Side side) {
            return side == null ? BigDecimal.ZERO : side.lost();
        }
    }

    /**
     * An account's movements together.
     *
     * @param closing without what exchange rates made
     * @param net what it adds to the numerator of NRR beyond its opening; negative when it loses
     * @param lost contraction and churn, not negative
     * @param classes every class that its movements have
     */
    public record Side(
            BigDecimal opening, BigDecimal closing, BigDecimal net, BigDecimal lost, List<MovementClass> classes) {

        public Side {
            classes = List.copyOf(classes);
        }
    }
}
