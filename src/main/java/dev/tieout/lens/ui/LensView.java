package dev.tieout.lens.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.lens.Lens;
import dev.tieout.lens.LensReading;
import dev.tieout.lens.LensReading.State;
import dev.tieout.lens.LensReport;
import dev.tieout.publication.Publication;
import dev.tieout.publication.Publications;
import dev.tieout.terms.Period;
import dev.tieout.web.ui.ChoiceTabs;
import dev.tieout.web.ui.PageHeading;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Tag;
import dev.tieout.web.ui.Tag.Tone;
import dev.tieout.web.ui.Words;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A published version by other products' definitions. The address names period, version and product. */
@Route("lens")
@PermitAll
class LensView extends Main implements HasUrlParameter<String>, HasDynamicTitle {

    private static final int LOOK_AGAIN_MILLIS = 2_000;
    private static final int LOOKS_AT_MOST = 300;

    private final Lens lens;
    private final Closes closes;
    private final Publications publications;
    private final Div content = new Div();
    private @Nullable Close close;
    private @Nullable LensReport report;
    private @Nullable Registration looking;
    private String product = "";
    private int looks;

    LensView(Lens lens, Closes closes, Publications publications) {
        this.lens = lens;
        this.closes = closes;
        this.publications = publications;
        addClassName("page");
        content.addClassName("stack");
    }

    @Override
    public String getPageTitle() {
        return "Definition lens – Tieout";
    }

    @Override
    public void setParameter(BeforeEvent event, String period) {
        var query = event.getLocation().getQueryParameters();
        var shown = closes.of(Period.parse(period));
        Integer version = query.getSingleParameter("version")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .orElse(null);
        product = query.getSingleParameter("product").orElse("");
        close = shown;
        removeAll();
        var read = lens.of(shown.key(), version);
        report = read;
        add(heading(shown, read.publication()), versions(shown, read.publication()), content);
        show(read);
    }

    private static Component heading(Close close, Publication publication) {
        return new PageHeading("Definition lens, " + Words.of(close.span()))
                .with(new Tag("To read only", Tone.ATTENTION))
                .saying("What version " + publication.version()
                        + " would read like by the definitions of other products. None of it can be published, signed or"
                        + " exported as a report: our figures are those of the report alone.")
                .offering(new Anchor(
                        "report/" + close.period() + "?version=" + publication.version(),
                        "Report, version " + publication.version()));
    }

    private Component versions(Close close, Publication shown) {
        var versions = new Select<Integer>();
        versions.setLabel("Version");
        versions.setId("lens-version");
        versions.setWidth("240px");
        versions.setItems(
                publications.of(close.key()).stream().map(Publication::version).toList());
        versions.setValue(shown.version());
        versions.addValueChangeListener(event -> go(event.getValue(), product));
        return versions;
    }

    private void go(int version, String toProduct) {
        UI.getCurrent()
                .navigate(
                        "lens/" + Objects.requireNonNull(close).period(),
                        new QueryParameters(
                                Map.of("version", List.of(Integer.toString(version)), "product", List.of(toProduct))));
    }

    private void show(LensReport read) {
        report = read;
        content.removeAll();
        content.add(new Panel("NRR, GRR and the bridge by each definition", new LensTable(read)));
        var failed = read.readings().stream().anyMatch(reading -> reading.state() == State.FAILED);
        if (!read.isComplete()) {
            content.add(Panel.quiet("Tieout is at work on the columns without figures. The page follows by itself."));
        } else if (failed) {
            var again = new Button("Try again", _ -> {
                show(lens.again(read.publication().closeId(), read.publication().version()));
                getUI().ifPresent(this::follow);
            });
            again.setId("lens-again");
            content.add(new Div(again));
        }
        content.add(products(read));
    }

    private Component products(LensReport read) {
        var tabs = new ChoiceTabs("Definitions of");
        var part = new Div();
        part.addClassName("stack");
        for (var reading : read.readings()) {
            var tab = new Tab(reading.pack().name());
            tab.setId("tab-" + reading.pack().id());
            tabs.add(tab);
            if (reading.pack().id().equals(product)) {
                tabs.setSelectedTab(tab);
            }
        }
        tabs.addSelectedChangeListener(event -> {
            var reading = read.readings().get(tabs.getSelectedIndex());
            product = reading.pack().id();
            put(part, reading, read.publication());
        });
        put(part, read.readings().get(tabs.getSelectedIndex()), read.publication());
        var whole = new Div(tabs, part);
        whole.addClassName("stack");
        return whole;
    }

    private static void put(Div part, LensReading reading, Publication publication) {
        part.removeAll();
        part.add(new ProductPanel(reading, publication.currency()));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        looking = event.getUI().addPollListener(_ -> lookAgain());
        follow(event.getUI());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().setPollInterval(-1);
        if (looking != null) {
            looking.remove();
        }
    }

    /** Polls only while something is being worked out, and not without end. */
    private void follow(UI ui) {
        boolean goesOn = looks < LOOKS_AT_MOST && report != null && !report.isComplete();
        ui.setPollInterval(goesOn ? LOOK_AGAIN_MILLIS : -1);
    }

    private void lookAgain() {
        looks++;
        var before = report;
        if (before != null) {
            var publication = before.publication();
            var now = lens.of(publication.closeId(), publication.version());
            if (!now.equals(before)) {
                show(now);
            }
        }
        getUI().ifPresent(this::follow);
    }
}
