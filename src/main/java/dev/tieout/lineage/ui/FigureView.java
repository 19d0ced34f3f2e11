package dev.tieout.lineage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.lineage.Figure;
import dev.tieout.lineage.FigureCell;
import dev.tieout.lineage.FigurePart;
import dev.tieout.lineage.Lineage;
import dev.tieout.movements.ui.MovementWords;
import dev.tieout.terms.Period;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.PageHeading;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Words;
import jakarta.annotation.security.PermitAll;
import java.math.BigDecimal;
import java.util.function.Function;

/** The movements that one figure sums up, and that they come to it. Each leads to the rows behind it. */
@Route("figures")
@PermitAll
class FigureView extends Main implements HasUrlParameter<String>, HasDynamicTitle {

    private static final BigDecimal MONTHS_OF_A_YEAR = BigDecimal.valueOf(12);

    /** Up to so many rows the list is as high as its rows. */
    private static final int SHORT_LIST = 12;

    private final Closes closes;
    private final Lineage lineage;
    private String title = "Figure";

    FigureView(Closes closes, Lineage lineage) {
        this.closes = closes;
        this.lineage = lineage;
        addClassName("page");
    }

    @Override
    public String getPageTitle() {
        return title + " – Tieout";
    }

    @Override
    public void setParameter(BeforeEvent event, String period) {
        var asked = LineageAddress.of(event.getLocation().getQueryParameters());
        var close = closes.of(Period.parse(period));
        var figure = lineage.figure(asked.edition(close.key()), asked.cell());
        title = title(asked.cell());
        removeAll();
        add(
                heading(close, asked),
                new Panel("Movements behind it", verdict(figure, asked), movements(close, asked, figure)));
    }

    private static String title(FigureCell cell) {
        return cell.line().title()
                + (cell.dimension().isEmpty() ? "" : ", " + (cell.slice().isEmpty() ? "none given" : cell.slice()));
    }

    private Component heading(Close close, LineageAddress asked) {
        var version = asked.version();
        var slice = asked.cell().dimension();
        var of = Words.of(close.span()) + (version == null ? ", as it stands now" : ", version " + version)
                + (slice.isEmpty() ? "" : ", sliced by " + Words.labelWithin(slice)) + ".";
        var back = version == null
                ? new Anchor("closes/" + close.period(), "Close of " + Words.of(close.span()))
                : new Anchor(
                        "report/" + close.period() + "?version=" + version + (slice.isEmpty() ? "" : "&slice=" + slice),
                        "Report, version " + version);
        return new PageHeading(title).saying(of).offering(back);
    }

    /** Says whether the movements come to the figure: nobody should have to add them up. */
    private static Component verdict(Figure figure, LineageAddress asked) {
        var unit = asked.annual() ? " ARR" : " MRR";
        var total = Format.money(part(figure.total(), asked), figure.currency()) + unit;
        var counted = Words.counted(figure.movements(), "movement comes", "movements come") + " to " + total;
        var reported = figure.reported();
        var sentence = new Paragraph();
        sentence.setId("figure-verdict");
        if (reported == null) {
            sentence.setText(counted + ". The figure has not been computed yet.");
            sentence.addClassName("quiet");
        } else if (figure.agrees()) {
            sentence.setText(counted + ": exactly the figure.");
            sentence.addClassNames("callout", "good");
        } else {
            sentence.setText(counted + ", and the figure is "
                    + Format.money(part(reported, asked), figure.currency()) + unit
                    + ": it was computed before the last change of the movements.");
            sentence.addClassName("callout");
        }
        return sentence;
    }

    private static BigDecimal shown(BigDecimal amount, LineageAddress asked) {
        return asked.annual() ? amount.multiply(MONTHS_OF_A_YEAR) : amount;
    }

    /** A part of the figure as the bridge adds it. */
    private static BigDecimal part(BigDecimal amount, LineageAddress asked) {
        return asked.cell().line().signed(shown(amount, asked));
    }

    private Component movements(Close close, LineageAddress asked, Figure figure) {
        var grid = new Grid<FigurePart>();
        grid.setId("figure-movements");
        grid.setAriaLabel("Movements behind the figure");
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setEmptyStateText("No movement brings anything to this figure.");
        grid.addComponentColumn(part -> account(close, asked, part))
                .setHeader("Account")
                .setFlexGrow(1);
        fixed(
                grid.addComponentColumn(part -> MovementWords.tag(part.movementClass()))
                        .setHeader("Class"),
                "136px");
        fixed(
                grid.addColumn(part -> part.reason() == null ? Format.NONE : Words.of(part.reason()))
                        .setHeader("Reason"),
                "200px");
        amount(grid, "Opening", figure, part -> shown(part.opening(), asked));
        amount(grid, "Closing", figure, part -> shown(part.closing(), asked));
        amount(grid, "In the figure", figure, part -> part(part.amount(), asked));
        grid.setAllRowsVisible(figure.movements() <= SHORT_LIST);
        var edition = asked.edition(close.key());
        grid.setItems(
                query -> lineage.parts(edition, asked.cell(), query.getOffset(), query.getLimit()).stream(),
                _ -> Math.toIntExact(figure.movements()));
        return grid;
    }

    private static void amount(
            Grid<FigurePart> grid, String header, Figure figure, Function<FigurePart, BigDecimal> of) {
        var column = grid.addColumn(part -> Format.amount(of.apply(part), figure.currency()))
                .setHeader(header + ", " + figure.currency())
                .setTextAlign(ColumnTextAlign.END);
        fixed(column, "152px");
    }

    private static void fixed(Grid.Column<FigurePart> column, String width) {
        column.setWidth(width).setFlexGrow(0);
    }

    private static Component account(Close close, LineageAddress asked, FigurePart part) {
        var link = new Anchor(
                LineageAddress.ofMovement(close.period(), asked.version(), part.account(), part.line()),
                part.accountName());
        var id = new Span(part.line().isEmpty() ? part.account() : part.account() + " / " + part.line());
        id.addClassName("quiet");
        var both = new Div(link, id);
        both.addClassName("two-lines");
        return both;
    }
}
