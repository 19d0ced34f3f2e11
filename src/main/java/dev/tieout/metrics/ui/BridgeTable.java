package dev.tieout.metrics.ui;

import com.vaadin.flow.component.html.Div;
import dev.tieout.metrics.Bridge;
import dev.tieout.metrics.BridgeStep;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Format;

/** The bridge as numbers. */
public final class BridgeTable extends Div {

    /** @param unit what the amounts are, such as {@code MRR} */
    public BridgeTable(Bridge bridge, String currency, String unit) {
        var steps = BridgeStep.of(bridge);
        add(new DataTable<BridgeStep>("Bridge from opening to closing")
                .text("Step", BridgeStep::name)
                .number(unit + ", " + currency, step -> amount(step, currency))
                .number("Accounts", step -> step.accounts() == null ? Format.NONE : Format.count(step.accounts()))
                .rows(steps.subList(0, steps.size() - 1))
                .total(steps.getLast()));
    }

    private static String amount(BridgeStep step, String currency) {
        return step.kind() == BridgeStep.Kind.BALANCE
                ? Format.amount(step.amount(), currency)
                : Format.signed(step.amount(), currency);
    }
}
