package dev.tieout.lens.ui;

import com.vaadin.flow.component.html.Div;
import dev.tieout.lens.LensReading;
import dev.tieout.lens.LensReading.State;
import dev.tieout.lens.LensReport;
import dev.tieout.lens.LensResult;
import dev.tieout.metrics.Bridge;
import dev.tieout.metrics.BridgeLine;
import dev.tieout.terms.Ratio;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One column a definition, ours first; one row a figure. */
final class LensTable extends Div {

    private static final String RUNNING = "…";
    private static final String FAILED = "not possible";

    private final String currency;

    LensTable(LensReport report) {
        currency = report.publication().currency();
        setId("lens-figures");
        addClassName("lens-figures");
        var table = new DataTable<Figure>("NRR, GRR and the bridge by each definition, amounts of MRR in " + currency)
                .text("MRR in " + currency, Figure::name)
                .number("As published", figure -> figure.ours().apply(report));
        for (var reading : report.readings()) {
            table.number(reading.pack().name(), figure -> told(reading, figure.theirs()));
        }
        add(table.rows(figures()));
    }

    private static String told(LensReading reading, Function<LensResult, String> figure) {
        if (reading.state() == State.FAILED) {
            return FAILED;
        }
        return reading.result() == null ? RUNNING : figure.apply(reading.result());
    }

    private List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("NRR", report -> Format.percent(report.nrr()), result -> percent(result.nrr())));
        figures.add(new Figure("GRR", report -> Format.percent(report.grr()), result -> percent(result.grr())));
        for (var line : BridgeLine.values()) {
            figures.add(new Figure(
                    line.title(), report -> amount(line, report.published()), result -> amount(line, result.bridge())));
        }
        figures.add(
                new Figure("Accounts told otherwise", _ -> Format.NONE, result -> Format.count(result.differing())));
        return figures;
    }

    private String amount(BridgeLine line, Bridge bridge) {
        return Format.amount(line.signed(bridge), currency);
    }

    private static String percent(@Nullable Ratio ratio) {
        return Format.percent(Optional.ofNullable(ratio));
    }

    /** A row: its name, and how each column tells it. */
    private record Figure(String name, Function<LensReport, String> ours, Function<LensResult, String> theirs) {}
}
