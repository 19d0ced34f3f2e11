package dev.tieout.metrics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One bar of the bridge and one row of its table.
 *
 * @param amount with its sign: what goes down is negative
 * @param accounts how many accounts stand behind it, or null where that is not counted
 */
public record BridgeStep(
        String name, Kind kind, BigDecimal amount, @Nullable Long accounts) {

    /** How a bar stands: on the ground, or on the one before. */
    public enum Kind {
        BALANCE,
        UP,
        DOWN
    }

    /** From the opening to the closing; the step for exchange rates only where there is one. */
    public static List<BridgeStep> of(Bridge bridge) {
        var accounts = bridge.accounts();
        var steps = new ArrayList<BridgeStep>();
        steps.add(new BridgeStep("Opening", Kind.BALANCE, bridge.opening(), accounts.cohort()));
        steps.add(new BridgeStep("New", Kind.UP, bridge.newAmount(), accounts.added()));
        steps.add(new BridgeStep("Reactivation", Kind.UP, bridge.reactivation(), accounts.reactivated()));
        steps.add(new BridgeStep("Expansion", Kind.UP, bridge.expansion(), accounts.expanded()));
        steps.add(new BridgeStep("Contraction", Kind.DOWN, bridge.contraction().negate(), accounts.contracted()));
        steps.add(new BridgeStep("Churn", Kind.DOWN, bridge.churn().negate(), accounts.churned()));
        if (bridge.fx().signum() != 0) {
            var kind = bridge.fx().signum() > 0 ? Kind.UP : Kind.DOWN;
            steps.add(new BridgeStep("Exchange rates", kind, bridge.fx(), null));
        }
        steps.add(new BridgeStep(
                "Closing",
                Kind.BALANCE,
                bridge.closing(),
                accounts.retained() + accounts.added() + accounts.reactivated()));
        return steps;
    }
}
