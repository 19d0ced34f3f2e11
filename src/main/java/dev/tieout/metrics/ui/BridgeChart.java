package dev.tieout.metrics.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import dev.tieout.metrics.Bridge;
import dev.tieout.metrics.BridgeStep;
import dev.tieout.terms.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The bridge drawn by ECharts. The element is a static module beside the pre-built bundle. The table below the chart carries the same
 * numbers for those who read rather than look; the doubles here place bars and nothing else.
 */
@Tag("tieout-bridge")
public final class BridgeChart extends Component {

    public BridgeChart(Bridge bridge, String currency) {
        getElement().setAttribute("role", "figure");
        getElement()
                .setAttribute(
                        "aria-label",
                        "Bridge from opening to closing in " + currency + "; the table gives the same numbers");
        getElement().setProperty("currency", currency);
        getElement().setProperty("decimals", Money.decimals(currency));
        getElement().setPropertyJson("steps", steps(bridge, currency));
    }

    private static ArrayNode steps(Bridge bridge, String currency) {
        var steps = JsonNodeFactory.instance.arrayNode();
        for (var step : BridgeStep.of(bridge)) {
            steps.addObject()
                    .put("name", step.name())
                    .put("kind", step.kind().name())
                    .put("amount", shown(step.amount(), currency));
        }
        return steps;
    }

    private static double shown(BigDecimal amount, String currency) {
        return amount.setScale(Money.decimals(currency), RoundingMode.HALF_EVEN).doubleValue();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().addJsModule("context://elements/tieout-bridge.js");
    }
}
