package dev.tieout.publication.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.metrics.Metrics;
import dev.tieout.metrics.ui.BridgeChart;
import dev.tieout.metrics.ui.BridgeTable;
import dev.tieout.metrics.ui.FigureLinks;
import dev.tieout.metrics.ui.Headline;
import dev.tieout.metrics.ui.SlicesTable;
import dev.tieout.publication.PreviousReports;
import dev.tieout.publication.Publication;
import dev.tieout.publication.Publications;
import dev.tieout.publication.Report;
import dev.tieout.publication.Report.View;
import dev.tieout.publication.report.ReadingGuide;
import dev.tieout.terms.Period;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.PageHeading;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Words;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;

/** One published version of a period, to read and to print. The address names version, view and slice, so it can be sent on. */
@Route("report")
@PermitAll
class ReportView extends Main implements HasUrlParameter<String>, HasDynamicTitle {

    private static final String NO_SLICE = "";

    private final Closes closes;
    private final Publications publications;
    private final PreviousReports previousReports;
    private final Metrics metrics;
    private final ObjectProvider<ReportPanel> panels;
    private final ObjectProvider<ReportAction> actions;
    private final Format format;
    private String title = "Report";

    ReportView(
            Closes closes,
            Publications publications,
            PreviousReports previousReports,
            Metrics metrics,
            ObjectProvider<ReportPanel> panels,
            ObjectProvider<ReportAction> actions,
            Format format) {
        this.closes = closes;
        this.publications = publications;
        this.previousReports = previousReports;
        this.metrics = metrics;
        this.panels = panels;
        this.actions = actions;
        this.format = format;
        addClassName("page");
    }

    @Override
    public String getPageTitle() {
        return title + " – Tieout";
    }

    @Override
    public void setParameter(BeforeEvent event, String period) {
        var asked = Asked.of(event.getLocation().getQueryParameters());
        var close = closes.of(Period.parse(period));
        var report = publications.report(close.key(), asked.version(), asked.view(), asked.slice());
        title = "Retention report, " + Words.of(close.span());
        removeAll();
        add(heading(close, report), figures(report), bridge(report));
        if (!report.slices().isEmpty()) {
            add(new Panel("By " + Words.labelWithin(report.dimension()), slices(report)));
        }
        panels.orderedStream().forEach(panel -> add(panel.of(report.publication())));
        add(new Panel("How these numbers came about", new StampsPanel(report.publication(), format)));
    }

    private Component heading(Close close, Report report) {
        var publication = report.publication();
        var print = new Button("Print", click -> UI.getCurrent().getPage().executeJs("window.print()"));
        print.setId("print");
        var choices = new Div(versions(close, report), views(report), dimensions(close, report), print);
        actions.orderedStream().flatMap(action -> action.of(report).stream()).forEach(choices::add);
        choices.addClassNames("row", "no-print");
        var toClose = new Anchor("closes/" + close.period(), "Close of " + Words.of(close.span()));
        toClose.addClassName("no-print");
        var heading = new PageHeading(title)
                .with(PublicationWords.tag(publication.status()))
                .saying("Version " + publication.version() + ", published " + format.at(publication.publishedAt())
                        + ", " + report.view() + " in " + publication.currency() + ".")
                .offering(toClose);
        var top = new Div(heading, choices);
        top.addClassName("stack");
        return top;
    }

    private Component versions(Close close, Report report) {
        var versions = new Select<Integer>();
        versions.setLabel("Version");
        versions.setId("report-version");
        versions.setItems(
                publications.of(close.key()).stream().map(Publication::version).toList());
        versions.setValue(report.publication().version());
        versions.addValueChangeListener(event -> go(report, event.getValue(), report.view(), report.dimension()));
        return versions;
    }

    private Component views(Report report) {
        var views = new Select<View>();
        views.setLabel("View");
        views.setId("report-view");
        views.setItems(View.values());
        views.setValue(report.view());
        views.addValueChangeListener(
                event -> go(report, report.publication().version(), event.getValue(), report.dimension()));
        return views;
    }

    private Component dimensions(Close close, Report report) {
        var known = new ArrayList<String>();
        known.add(NO_SLICE);
        known.addAll(metrics.dimensions(close.key()));
        var dimensions = new Select<String>();
        dimensions.setLabel("Slice by");
        dimensions.setId("report-slice");
        dimensions.setItems(known);
        dimensions.setItemLabelGenerator(slice -> slice.isEmpty() ? "Nothing" : Words.label(slice));
        dimensions.setValue(known.contains(report.dimension()) ? report.dimension() : NO_SLICE);
        dimensions.addValueChangeListener(
                event -> go(report, report.publication().version(), report.view(), event.getValue()));
        return dimensions;
    }

    private static void go(Report report, int version, View view, String slice) {
        var query = new HashMap<String, String>(Map.of("version", Integer.toString(version), "view", view.name()));
        if (!slice.isEmpty()) {
            query.put("slice", slice);
        }
        UI.getCurrent().navigate("report/" + report.publication().period(), QueryParameters.simple(query));
    }

    private Component figures(Report report) {
        var publication = report.publication();
        var panel = new Panel(
                "Retention",
                new Headline(
                        report.total(),
                        publication.currency(),
                        report.view().name(),
                        publication.stamps().reactivationInNrr(),
                        PublicationWords.nrrRange(publication),
                        PublicationWords.grrRange(publication)),
                new ReadingGuidePanel(ReadingGuide.of(
                        report,
                        previousReports.before(publication, report.view()).orElse(null))));
        if (publication.openVariances() > 0) {
            var open = new Paragraph(
                    Words.counted(publication.openVariances(), "variance was", "variances were") + " open, "
                            + Format.money(publication.openVariance(), publication.currency())
                            + " of MRR together, when this version was published.");
            open.addClassName("callout");
            panel.add(open);
        }
        return panel;
    }

    private static Component bridge(Report report) {
        var currency = report.publication().currency();
        var both = new Div(
                new BridgeChart(report.total(), currency),
                new BridgeTable(report.total(), currency, report.view().name(), links(report)));
        both.addClassName("bridge");
        return new Panel("Bridge", both);
    }

    private static Component slices(Report report) {
        return new SlicesTable(
                report.slices(),
                report.total(),
                report.publication().currency(),
                report.view().name(),
                report.publication().stamps().reactivationInNrr(),
                links(report));
    }

    private static FigureLinks links(Report report) {
        var publication = report.publication();
        return new FigureLinks(
                publication.period(), publication.version(), report.view().name());
    }
}
