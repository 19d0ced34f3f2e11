package dev.tieout.backtest;

import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.policy.MetricPolicy.Fx;
import dev.tieout.policy.MetricPolicy.Grain;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Choices with one of them other. */
final class ChoicesWith {

    private static final JsonMapper JSON = new JsonMapper();

    private ChoicesWith() {}

    static Choices fx(Choices choices, Fx fx) {
        return with(choices, "fx", fx.name());
    }

    static Choices byLine(Choices choices) {
        return with(choices, "grain", Grain.LINE.name());
    }

    private static Choices with(Choices choices, String name, String value) {
        ObjectNode tree = JSON.valueToTree(choices);
        return JSON.treeToValue(tree.put(name, value), Choices.class);
    }
}
