package dev.tieout.lens.internal;

import dev.tieout.lens.LensPack;
import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.terms.AccountStatus;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A pack as it is applied.
 *
 * @param choices those that the product makes, by the policy's own names; what is not among them stays as the close has it
 * @param bearing the statuses that carry revenue there; null for those that the choices say
 * @param bySubscription whether the lines of a subscription are netted before they are summed, after they were decided
 * @param table its movement table
 * @param sha256 of both its files
 */
record Pack(
        LensPack about,
        ObjectNode choices,
        @Nullable Set<AccountStatus> bearing,
        boolean bySubscription,
        String table,
        String sha256) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FX = "fx";

    /**
     * The choices of a close with the product's in their place.
     *
     * @param ratesAtBothEnds whether the product's way with exchange rates can be followed; else the close's own is
     */
    Choices applied(Choices ofClose, boolean ratesAtBothEnds) {
        var both = (ObjectNode) JSON.<ObjectNode>valueToTree(ofClose);
        choices.properties().forEach(choice -> {
            if (ratesAtBothEnds || !choice.getKey().equals(FX)) {
                both.set(choice.getKey(), choice.getValue());
            }
        });
        return JSON.treeToValue(both, Choices.class);
    }

    /** Whether it says how exchange rates are treated. */
    boolean choosesFx() {
        return choices.has(FX);
    }
}
