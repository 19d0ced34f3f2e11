package dev.tieout.metrics.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.tieout.metrics.Bridge;
import dev.tieout.metrics.BridgeLine;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Words;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every slice of a dimension on a line of its own, and the total they add up to. */
public final class SlicesTable extends Div {

    /** @param unit what the amounts are, such as {@code MRR} */
    public SlicesTable(List<Bridge> slices, Bridge total, String currency, String unit, boolean countReactivation) {
        this(slices, total, currency, unit, countReactivation, null);
    }

    /** @param links where each amount leads; null for nowhere */
    public SlicesTable(
            List<Bridge> slices,
            Bridge total,
            String currency,
            String unit,
            boolean countReactivation,
            @Nullable FigureLinks links) {
        var dimension = slices.isEmpty() ? "slice" : slices.getFirst().dimension();
        add(new DataTable<Bridge>("By " + Words.label(dimension))
                .text(Words.label(dimension), SlicesTable::name)
                .figure("Opening " + unit + ", " + currency, figure(BridgeLine.OPENING, currency, links))
                .figure("New", figure(BridgeLine.NEW, currency, links))
                .figure("Reactivation", figure(BridgeLine.REACTIVATION, currency, links))
                .figure("Expansion", figure(BridgeLine.EXPANSION, currency, links))
                .figure("Contraction", figure(BridgeLine.CONTRACTION, currency, links))
                .figure("Churn", figure(BridgeLine.CHURN, currency, links))
                .figure("Closing", figure(BridgeLine.CLOSING, currency, links))
                .number("NRR", slice -> Format.percent(slice.nrr(countReactivation)))
                .number("GRR", slice -> Format.percent(slice.grr()))
                .number("Logos", slice -> Format.percent(slice.logoRetention()))
                .rows(slices)
                .total(total));
    }

    private static Function<Bridge, Component> figure(BridgeLine line, String currency, @Nullable FigureLinks links) {
        return slice -> FigureText.of(amount(slice, line, currency), slice, line, links);
    }

    private static String amount(Bridge slice, BridgeLine line, String currency) {
        var amount = line.of(slice);
        return switch (line) {
            case OPENING, CLOSING -> Format.amount(amount, currency);
            case CONTRACTION, CHURN -> Format.signed(amount.negate(), currency);
            case NEW, REACTIVATION, EXPANSION, FX -> Format.signed(amount, currency);
        };
    }

    private static String name(Bridge slice) {
        if (slice.dimension().isEmpty()) {
            return "Total";
        }
        return slice.slice().isEmpty() ? "None given" : slice.slice();
    }
}
