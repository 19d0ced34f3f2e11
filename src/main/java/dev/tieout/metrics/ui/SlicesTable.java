package dev.tieout.metrics.ui;

import com.vaadin.flow.component.html.Div;
import dev.tieout.metrics.Bridge;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Words;
import java.util.List;

/** Every slice of a dimension on a line of its own, and the total they add up to. */
public final class SlicesTable extends Div {

    /** @param unit what the amounts are, such as {@code MRR} */
    public SlicesTable(List<Bridge> slices, Bridge total, String currency, String unit, boolean countReactivation) {
        var dimension = slices.isEmpty() ? "slice" : slices.getFirst().dimension();
        add(new DataTable<Bridge>("By " + Words.label(dimension))
                .text(Words.label(dimension), SlicesTable::name)
                .number("Opening " + unit + ", " + currency, slice -> Format.amount(slice.opening(), currency))
                .number("New", slice -> Format.signed(slice.newAmount(), currency))
                .number("Reactivation", slice -> Format.signed(slice.reactivation(), currency))
                .number("Expansion", slice -> Format.signed(slice.expansion(), currency))
                .number(
                        "Contraction",
                        slice -> Format.signed(slice.contraction().negate(), currency))
                .number("Churn", slice -> Format.signed(slice.churn().negate(), currency))
                .number("Closing", slice -> Format.amount(slice.closing(), currency))
                .number("NRR", slice -> Format.percent(slice.nrr(countReactivation)))
                .number("GRR", slice -> Format.percent(slice.grr()))
                .number("Logos", slice -> Format.percent(slice.logoRetention()))
                .rows(slices)
                .total(total));
    }

    private static String name(Bridge slice) {
        if (slice.dimension().isEmpty()) {
            return "Total";
        }
        return slice.slice().isEmpty() ? "None given" : slice.slice();
    }
}
