package dev.tieout.metrics.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import dev.tieout.terms.Ratio;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The way from one ratio to another, in percentage points, drawn like the bridge. A table on the page carries the same numbers; the
 * doubles here place bars and nothing else.
 */
@Tag("tieout-bridge")
public final class RatioBridge extends Component {

    private static final BigDecimal PER_CENT = BigDecimal.valueOf(100);
    private static final int DECIMALS = 2;

    private final ArrayNode drawn = JsonNodeFactory.instance.arrayNode();

    /** A bar: one of the two ends, or a step between them. */
    public record Bar(String name, Ratio ratio) {}

    /**
     * The bridge.
     *
     * @param label says what it shows, for those who cannot see it
     * @param steps what lies between, up or down; they sum to the difference of the ends
     */
    public RatioBridge(String label, Bar start, List<Bar> steps, Bar end) {
        getElement().setAttribute("role", "figure");
        getElement().setAttribute("aria-label", label + "; the table gives the same numbers");
        getElement().setProperty("currency", "%");
        getElement().setProperty("decimals", DECIMALS);
        getElement().setProperty("labelDecimals", DECIMALS);
        draw(start, "BALANCE");
        steps.forEach(step -> draw(step, step.ratio().numerator().signum() < 0 ? "DOWN" : "UP"));
        draw(end, "BALANCE");
        getElement().setPropertyJson("steps", drawn);
    }

    private void draw(Bar bar, String kind) {
        var percent = bar.ratio()
                .numerator()
                .multiply(PER_CENT)
                .divide(bar.ratio().denominator(), MathContext.DECIMAL64)
                .doubleValue();
        drawn.addObject().put("name", bar.name()).put("kind", kind).put("amount", percent);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().addJsModule("context://elements/tieout-bridge.js");
    }
}
