package dev.tieout.metrics.ui;

import com.vaadin.flow.component.html.Div;
import dev.tieout.metrics.Bridge;
import dev.tieout.metrics.BridgeLine;
import dev.tieout.metrics.BridgeStep;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Format;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The bridge as numbers. */
public final class BridgeTable extends Div {

    /** @param unit what the amounts are, such as {@code MRR} */
    public BridgeTable(Bridge bridge, String currency, String unit) {
        this(bridge, currency, unit, null);
    }

    /** @param links where each amount leads; null for nowhere */
    public BridgeTable(Bridge bridge, String currency, String unit, @Nullable FigureLinks links) {
        var steps = BridgeStep.of(bridge);
        add(new DataTable<BridgeStep>("Bridge from opening to closing")
                .text("Step", BridgeStep::name)
                .figure(
                        unit + ", " + currency,
                        step -> FigureText.of(amount(step, currency), bridge, line(step), links))
                .number("Accounts", step -> step.accounts() == null ? Format.NONE : Format.count(step.accounts()))
                .rows(steps.subList(0, steps.size() - 1))
                .total(steps.getLast()));
    }

    private static String amount(BridgeStep step, String currency) {
        return step.kind() == BridgeStep.Kind.BALANCE
                ? Format.amount(step.amount(), currency)
                : Format.signed(step.amount(), currency);
    }

    private static @Nullable BridgeLine line(BridgeStep step) {
        return Arrays.stream(BridgeLine.values())
                .filter(line -> line.title().equals(step.name()))
                .findFirst()
                .orElse(null);
    }
}
