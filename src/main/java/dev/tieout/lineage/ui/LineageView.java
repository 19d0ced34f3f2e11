package dev.tieout.lineage.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.lineage.Edition;
import dev.tieout.lineage.FigureCell;
import dev.tieout.lineage.FigurePart;
import dev.tieout.lineage.Lineage;
import dev.tieout.lineage.Origin;
import dev.tieout.lineage.Origin.RejectedRow;
import dev.tieout.metrics.BridgeLine;
import dev.tieout.movements.SourceRow.Side;
import dev.tieout.movements.ui.MovementWords;
import dev.tieout.terms.Period;
import dev.tieout.web.ui.DataTable;
import dev.tieout.web.ui.Facts;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.PageHeading;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Words;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** Where one movement comes from: every row of every file behind it, the balance it opened with, and rows that were rejected. */
@Route("lineage")
@PermitAll
class LineageView extends Main implements HasUrlParameter<String>, HasDynamicTitle {

    /** More rows than anyone reads on a page; the API pages through all of them. */
    private static final int SHOWN = 200;

    private final Closes closes;
    private final Lineage lineage;
    private final Format format;
    private String title = "Lineage";

    LineageView(Closes closes, Lineage lineage, Format format) {
        this.closes = closes;
        this.lineage = lineage;
        this.format = format;
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
        var edition = asked.edition(close.key());
        var lines = lineage.linesOf(edition, asked.account());
        var stream = asked.line() == null && !lines.isEmpty() ? lines.getFirst() : asked.line();
        var movement = lineage.movement(edition, asked.account(), stream == null ? "" : stream);
        title = movement.accountName();
        removeAll();
        add(heading(close, asked, movement), amounts(close, edition, movement));
        if (!lineage.kept(edition)) {
            add(new Panel(
                    "Rows",
                    Panel.quiet("This version was published before the rows behind movements were kept with it.")));
            return;
        }
        add(rows(close, edition, movement, Side.OPENING), rows(close, edition, movement, Side.CLOSING));
        var rejects = lineage.rejects(edition, movement.account());
        if (!rejects.isEmpty()) {
            add(rejects(rejects));
        }
    }

    private Component heading(Close close, LineageAddress asked, FigurePart movement) {
        var version = asked.version();
        var id = movement.line().isEmpty() ? movement.account() : movement.account() + " / " + movement.line();
        return new PageHeading(title)
                .with(MovementWords.tag(movement.movementClass()))
                .saying(id + " in " + Words.of(close.span())
                        + (version == null ? ", as it stands now." : ", version " + version + "."))
                .offering(
                        version == null
                                ? new Anchor("closes/" + close.period(), "Close of " + Words.of(close.span()))
                                : new Anchor(
                                        "report/" + close.period() + "?version=" + version,
                                        "Report, version " + version));
    }

    private Component amounts(Close close, Edition edition, FigurePart movement) {
        var currency = lineage.figure(edition, new FigureCell("", "", BridgeLine.OPENING))
                .currency();
        return new Panel(
                "Movement",
                new Facts()
                        .fact("Opening", Format.money(movement.opening(), currency))
                        .fact("Closing", Format.money(movement.closing(), currency))
                        .fact("Change", Format.signed(movement.amount(), currency) + " " + currency)
                        .fact("Reason", movement.reason() == null ? Format.NONE : Words.of(movement.reason()))
                        .fact("Cutoff", format.at(close.cutoff())));
    }

    private Component rows(Close close, Edition edition, FigurePart movement, Side side) {
        long all = lineage.originCount(edition, movement.account(), movement.line());
        var shown = lineage.origins(edition, movement.account(), movement.line(), 0, SHOWN).stream()
                .filter(origin -> origin.side() == side)
                .toList();
        var opening = side == Side.OPENING;
        var panel = new Panel(opening ? "What it opened with" : "What it closed with");
        panel.setId(opening ? "origins-opening" : "origins-closing");
        if (shown.isEmpty()) {
            panel.add(Panel.quiet(
                    opening
                            ? "Nothing: the account had no recurring revenue when the period began."
                            : "Nothing: no row of the billing files counts for it."));
        } else {
            panel.add(table(close, shown, opening ? "Rows of the opening" : "Rows of the closing"));
        }
        if (!opening && all > SHOWN) {
            panel.add(Panel.quiet("The first " + SHOWN + " of " + Format.count(all)
                    + " rows of both sides; the API pages through all of them."));
        }
        return panel;
    }

    private Component table(Close close, List<Origin> origins, String caption) {
        var table = new DataTable<Origin>(caption)
                .cell("File", origin -> OriginCells.file(origin, format))
                .number("Line", OriginCells::line)
                .cell("Subscription and product", OriginCells::stream)
                .number("Row says", OriginCells::amount)
                .text("Status", origin -> Words.label(origin.status()))
                .cell("Placed by", origin -> OriginCells.placed(origin, close, format));
        if (origins.stream().anyMatch(OriginCells::hasText)) {
            table.cell("Row in the file", OriginCells::text);
        }
        return table.rows(origins);
    }

    private static Component rejects(List<RejectedRow> rejects) {
        return new Panel(
                "Rejected rows that name the account",
                new DataTable<RejectedRow>("Rejected rows that name the account")
                        .text("File", reject -> reject.place().file())
                        .number("Line", reject -> Format.count(reject.place().line()))
                        .text("What was wrong", RejectedRow::reasons)
                        .cell("Row in the file", reject -> OriginCells.code(reject.text()))
                        .cell("Came again", LineageView::again)
                        .rows(rejects));
    }

    private static Component again(RejectedRow reject) {
        var again = reject.again();
        if (again == null) {
            var no = new Span("no");
            no.addClassName("quiet");
            return no;
        }
        return new Div(again.file() + ", line " + again.line());
    }
}
