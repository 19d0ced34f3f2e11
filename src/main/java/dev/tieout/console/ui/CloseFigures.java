package dev.tieout.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import dev.tieout.closing.Close;
import dev.tieout.metrics.Bridge;
import dev.tieout.metrics.Metrics;
import dev.tieout.metrics.ui.BridgeChart;
import dev.tieout.metrics.ui.BridgeTable;
import dev.tieout.metrics.ui.FigureLinks;
import dev.tieout.metrics.ui.Headline;
import dev.tieout.metrics.ui.SlicesTable;
import dev.tieout.publication.Report.View;
import dev.tieout.reconciliation.OpenVariance;
import dev.tieout.terms.Ratio;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The figures of a close as computed last, in MRR or ARR: ratios, bridge, slices. */
final class CloseFigures extends Div {

    private final Metrics metrics;
    private final Close close;
    private final Bridge total;
    private final String currency;
    private final boolean countReactivation;
    private final OpenVariance open;
    private final Div figures = new Div();
    private final Div slices = new Div();
    private View view = View.MRR;
    private String dimension;

    CloseFigures(
            Metrics metrics, Close close, Bridge total, String currency, boolean countReactivation, OpenVariance open) {
        this.metrics = metrics;
        this.close = close;
        this.total = total;
        this.currency = currency;
        this.countReactivation = countReactivation;
        this.open = open;
        this.dimension = known().stream().findFirst().orElse("");
        addClassName("stack");
        figures.addClassName("stack");
        add(figures);
        if (!dimension.isEmpty()) {
            var panel = new Panel("Slices", dimensions(), slices);
            add(panel);
        }
        show();
    }

    private void show() {
        var shown = view == View.ARR ? total.annual() : total;
        var headline = new Headline(
                shown,
                currency,
                view.name(),
                countReactivation,
                range(open.nrrLow(), open.nrrHigh()),
                range(open.grrLow(), open.grrHigh()));
        var bridge = new Div(new BridgeChart(shown, currency), new BridgeTable(shown, currency, view.name(), links()));
        bridge.addClassName("bridge");
        figures.removeAll();
        figures.add(new Panel("Retention", views(), headline), new Panel("Bridge", bridge));
        showSlices();
    }

    private Optional<String> range(@Nullable Ratio low, @Nullable Ratio high) {
        return open.count() == 0 || low == null || high == null
                ? Optional.empty()
                : Optional.of(low.percent() + " to " + high.percent());
    }

    private Component views() {
        var views = new RadioButtonGroup<View>("Amounts as");
        views.setId("view");
        views.setItems(View.values());
        views.setValue(view);
        views.addValueChangeListener(event -> {
            view = event.getValue();
            show();
        });
        return views;
    }

    /** The standing dimensions in their order, then the others. */
    private List<String> known() {
        var standing = Metrics.STANDING_DIMENSIONS;
        return metrics.dimensions(close.key()).stream()
                .sorted(Comparator.comparingInt(
                                (String name) -> standing.contains(name) ? standing.indexOf(name) : standing.size())
                        .thenComparing(name -> name))
                .toList();
    }

    private Component dimensions() {
        var dimensions = new Select<String>();
        dimensions.setLabel("Slice by");
        dimensions.setWidth("220px");
        dimensions.setId("slice-by");
        dimensions.setItems(known());
        dimensions.setItemLabelGenerator(Words::label);
        dimensions.setValue(dimension);
        dimensions.addValueChangeListener(event -> {
            dimension = event.getValue();
            showSlices();
        });
        return dimensions;
    }

    private void showSlices() {
        slices.removeAll();
        if (dimension.isEmpty()) {
            return;
        }
        var rows = metrics.slices(close.key(), dimension).stream()
                .map(slice -> view == View.ARR ? slice.annual() : slice)
                .toList();
        var shown = view == View.ARR ? total.annual() : total;
        slices.add(new SlicesTable(rows, shown, currency, view.name(), countReactivation, links()));
    }

    private FigureLinks links() {
        return new FigureLinks(close.period(), null, view.name());
    }
}
