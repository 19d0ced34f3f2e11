package dev.tieout.publication.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.publication.Publication;
import dev.tieout.publication.Publications;
import dev.tieout.publication.VersionDifference;
import dev.tieout.publication.report.DifferenceTable;
import dev.tieout.terms.Period;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.PageHeading;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Words;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Every version of a period's report with its stamps, and what any two of them say differently. The address names the two. */
@Route("versions")
@PermitAll
class VersionsView extends Main implements HasUrlParameter<String>, HasDynamicTitle {

    /** Up to so many rows the grid needs no scrolling of its own. */
    private static final int SHOWN_WHOLE = 20;

    private final Closes closes;
    private final Publications publications;
    private final Format format;
    private String title = "Versions";

    VersionsView(Closes closes, Publications publications, Format format) {
        this.closes = closes;
        this.publications = publications;
        this.format = format;
        addClassName("page");
    }

    @Override
    public String getPageTitle() {
        return title + " – Tieout";
    }

    @Override
    public void setParameter(BeforeEvent event, String period) {
        var close = closes.of(Period.parse(period));
        var versions = publications.of(close.key());
        title = "Versions of " + Words.of(close.span());
        removeAll();
        add(heading(close, versions), new Panel("Versions", new PublicationsTable(versions, format)));
        if (versions.isEmpty()) {
            return;
        }
        if (versions.size() > 1) {
            var compared = Compared.of(event.getLocation().getQueryParameters(), versions);
            var difference = publications.difference(close.key(), compared.from(), compared.to());
            add(difference(close, versions, compared, difference), accounts(close, compared, difference));
        }
        add(new Panel("Stamps", new StampsTable(versions, format)));
    }

    private Component heading(Close close, List<Publication> versions) {
        var heading = new PageHeading(title)
                .saying(
                        "A version never changes once it is published: the database refuses it, to Tieout as well. What is"
                                + " corrected later becomes the next version.")
                .offering(new Anchor(
                        "closes/" + close.period() + "?part=versions", "Close of " + Words.of(close.span())));
        if (!versions.isEmpty()) {
            heading.with(PublicationWords.tag(versions.getLast().status()));
        }
        return heading;
    }

    private Component difference(
            Close close, List<Publication> versions, Compared compared, VersionDifference difference) {
        var pickers = new Div(
                picker("From", "from-version", versions, compared.from(), from -> go(close, from, compared.to())),
                picker("To", "to-version", versions, compared.to(), to -> go(close, compared.from(), to)));
        pickers.addClassName("row");
        return new Panel("What changed", pickers, new DifferencePanel(difference, format));
    }

    private static Component picker(
            String label, String id, List<Publication> versions, int chosen, IntConsumer choose) {
        var picker = new Select<Integer>();
        picker.setLabel(label);
        picker.setWidth("240px");
        picker.setId(id);
        picker.setItems(versions.stream().map(Publication::version).toList());
        picker.setItemLabelGenerator(number -> versions.stream()
                .filter(version -> version.version() == number)
                .map(version -> "Version " + number + ", " + Words.within(version.status()))
                .findFirst()
                .orElse(""));
        picker.setValue(chosen);
        picker.addValueChangeListener(event -> choose.accept(event.getValue()));
        return picker;
    }

    private static void go(Close close, int from, int to) {
        UI.getCurrent()
                .navigate(
                        "versions/" + close.period(),
                        QueryParameters.simple(Map.of("from", Integer.toString(from), "to", Integer.toString(to))));
    }

    private Component accounts(Close close, Compared compared, VersionDifference difference) {
        if (difference.movements() == 0) {
            return new Panel("Account by account", Panel.quiet("Every account is told alike in both versions."));
        }
        var download =
                new Anchor((DownloadHandler) event -> write(event, close, compared), "Download all of them as CSV");
        download.setId("download-differences");
        var grid = new DifferencesGrid(
                (cursor, limit) -> publications.differences(close.key(), compared.from(), compared.to(), cursor, limit),
                difference.to().currency());
        grid.setAllRowsVisible(difference.movements() <= SHOWN_WHOLE);
        return new Panel(
                "Account by account",
                Panel.quiet(Words.counted(difference.movements(), "movement differs", "movements differ") + "."),
                grid,
                download);
    }

    private void write(DownloadEvent event, Close close, Compared compared) throws IOException {
        event.setFileName("tieout-" + close.period() + "-v" + compared.from() + "-v" + compared.to() + ".csv");
        event.setContentType("text/csv");
        DifferenceTable.write(
                new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8),
                reader -> publications.eachDifference(close.key(), compared.from(), compared.to(), reader));
    }
}
