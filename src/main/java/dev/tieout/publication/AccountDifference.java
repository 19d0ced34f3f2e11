package dev.tieout.publication;

import dev.tieout.metrics.BridgeLine;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Reason;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A movement that two versions do not tell alike.
 *
 * @param line empty at account grain
 * @param from null when the earlier version has no such movement
 * @param to null when the later one has none
 */
public record AccountDifference(
        String account,
        String name,
        String line,
        @Nullable Side from,
        @Nullable Side to) {

    /**
     * The movement in one version, amounts in the reporting currency.
     *
     * @param exclusion why the account was out of that version's numbers; null when it was in them
     */
    public record Side(
            BigDecimal opening,
            BigDecimal closing,
            BigDecimal fx,
            MovementClass movementClass,
            @Nullable Reason reason,
            @Nullable String exclusion) {

        /** What it adds to each line of the bridge; nothing when the account is excluded. */
        Map<BridgeLine, BigDecimal> amounts() {
            var amounts = new EnumMap<BridgeLine, BigDecimal>(BridgeLine.class);
            if (exclusion == null) {
                amounts.put(BridgeLine.OPENING, opening);
                amounts.put(BridgeLine.CLOSING, closing);
                amounts.put(BridgeLine.FX, fx);
                var net = closing.subtract(opening).subtract(fx);
                switch (movementClass) {
                    case NEW -> amounts.put(BridgeLine.NEW, net);
                    case REACTIVATION -> amounts.put(BridgeLine.REACTIVATION, net);
                    case EXPANSION -> amounts.put(BridgeLine.EXPANSION, net);
                    case CONTRACTION -> amounts.put(BridgeLine.CONTRACTION, net.negate());
                    case CHURN -> amounts.put(BridgeLine.CHURN, net.negate());
                    case RENEWAL, UNCLASSIFIED -> {}
                }
            }
            return amounts;
        }
    }

    /** By how much each line of the bridge differs on its account, in the order of the bridge; lines without effect are left out. */
    public Map<BridgeLine, BigDecimal> effects() {
        var effects = new EnumMap<BridgeLine, BigDecimal>(BridgeLine.class);
        if (to != null) {
            effects.putAll(to.amounts());
        }
        if (from != null) {
            from.amounts().forEach((line, amount) -> effects.merge(line, amount.negate(), BigDecimal::add));
        }
        effects.values().removeIf(amount -> amount.signum() == 0);
        return effects;
    }
}
