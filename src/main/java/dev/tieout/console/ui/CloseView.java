package dev.tieout.console.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.console.CloseOverview;
import dev.tieout.console.CloseOverviews;
import dev.tieout.publication.ui.PublicationWords;
import dev.tieout.tasks.Task;
import dev.tieout.terms.Period;
import dev.tieout.web.ui.ChoiceTabs;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.PageHeading;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Words;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One close, a part at a time. While the product is at work on it, the page looks again every few seconds; else it rests. */
@Route("closes/:period")
@PermitAll
class CloseView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final int LOOK_AGAIN_MILLIS = 2_000;
    private static final int LOOKS_AT_MOST = 300;

    private final Closes closes;
    private final CloseOverviews overviews;
    private final CloseScreens screens;
    private final Format format;
    private final Div top = new Div();
    private final ChoiceTabs tabs = new ChoiceTabs("Parts of the close");
    private final Map<Part, Tab> tabOf = new EnumMap<>(Part.class);
    private final Div content = new Div();
    private @Nullable Close close;
    private @Nullable Registration looking;
    private String account = "";
    private int looks;

    CloseView(Closes closes, CloseOverviews overviews, CloseScreens screens, Format format) {
        this.closes = closes;
        this.overviews = overviews;
        this.screens = screens;
        this.format = format;
        addClassName("page");
        top.addClassName("stack");
        content.addClassName("stack");
        for (var part : Part.values()) {
            var tab = new Tab(part.title);
            tab.setId("tab-" + part.slug);
            tabOf.put(part, tab);
            tabs.add(tab);
        }
        tabs.addSelectedChangeListener(event -> {
            if (event.isFromClient()) {
                UI.getCurrent().navigate("closes/" + present().period(), QueryParameters.of("part", selected().slug));
            }
        });
        add(top, tabs, content);
    }

    @Override
    public String getPageTitle() {
        return "Close of " + Words.of(present().span()) + " – Tieout";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var period = Period.parse(event.getRouteParameters().get("period").orElse(""));
        close = closes.of(period);
        var parameters = event.getLocation().getQueryParameters();
        var asked = parameters.getSingleParameter("part").orElse("");
        account = parameters.getSingleParameter("account").orElse("");
        tabs.setSelectedTab(tabOf.get(Part.of(asked)));
        showTop();
        showPart();
    }

    private Close present() {
        return Objects.requireNonNull(close);
    }

    private Part selected() {
        return tabOf.entrySet().stream()
                .filter(entry -> entry.getValue().equals(tabs.getSelectedTab()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Part.FIGURES);
    }

    private void showTop() {
        var overview = overviews.of(present().span());
        close = overview.close();
        top.removeAll();
        top.add(heading(overview));
        top.add(notes(overview).toArray(Component[]::new));
    }

    private Component heading(CloseOverview overview) {
        var shown = overview.close();
        var heading = new PageHeading("Close of " + Words.of(shown.span())).with(CloseWords.tag(overview));
        heading.saying(CloseWords.span(shown) + ". " + shown.step() + ".");
        overview.publication().ifPresent(publication -> {
            var link = new Anchor("report/" + shown.period(), "Report, version " + publication.version());
            heading.offering(link, PublicationWords.tag(publication.status()));
        });
        return heading;
    }

    private List<Component> notes(CloseOverview overview) {
        var notes = new ArrayList<Component>();
        var trouble = overview.close().trouble();
        if (trouble != null) {
            var callout = new Paragraph(trouble);
            callout.addClassNames("callout", "bad");
            callout.setId("trouble");
            notes.add(callout);
        }
        overview.openTasks().forEach(task -> notes.add(waiting(task)));
        if (isMoving(overview)) {
            notes.add(Panel.quiet("Tieout is at work on this step. The page follows by itself."));
        }
        return notes;
    }

    private Component waiting(Task task) {
        var link = new Anchor("task/" + task.key(), task.title());
        link.setId("open-task-" + task.kind().slug());
        var holder = task.assignee() == null
                ? ", for any " + Words.within(task.kind().role())
                : ", held by " + task.assignee();
        var note = new Div(
                new Span("Waits for a person: "), link, new Span(holder + ". Due " + format.due(task.dueAt()) + "."));
        note.addClassName("callout");
        return note;
    }

    private void showPart() {
        var shown = present();
        content.removeAll();
        switch (selected()) {
            case FIGURES -> content.add(screens.figures(shown));
            case MOVEMENTS ->
                content.add(
                        new Panel("Movements", movements(shown)),
                        new Anchor("learning/" + shown.period(), "What its overrides could teach the movement table"));
            case TIE_OUT -> content.add(screens.tieOutTotals(shown), screens.variances(shown, this::showTop));
            case SOURCES -> content.add(screens.sources(shown));
            case LATE -> content.add(screens.latePostings(shown));
            case GATE -> content.add(screens.gate(shown));
            case VERSIONS -> content.add(screens.versions(shown), screens.evidence(shown));
            case CORRECTIONS -> content.add(screens.corrections(shown));
            case PROCESS -> content.add(screens.standing(shown));
            case TRAIL -> content.add(new Panel("Trail of this close", screens.trail(shown)));
        }
    }

    /** All of them, or those of the account that the address names. */
    private Component movements(Close shown) {
        var panel = screens.movements(shown, this::showTop);
        if (!account.isEmpty()) {
            panel.only(account);
        }
        return panel;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        looking = event.getUI().addPollListener(poll -> lookAgain());
        follow(event.getUI());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().setPollInterval(-1);
        if (looking != null) {
            looking.remove();
        }
    }

    /** No person is waited for and nothing final is out: the product itself is at work. */
    private static boolean isMoving(CloseOverview overview) {
        return overview.openTasks().isEmpty() && overview.close().isChangeable();
    }

    /** Polls only while the product is at work, and not without end, so that an open page does not keep a session alive for ever. */
    private void follow(UI ui) {
        boolean goesOn =
                looks < LOOKS_AT_MOST && isMoving(overviews.of(present().span()));
        ui.setPollInterval(goesOn ? LOOK_AGAIN_MILLIS : -1);
    }

    private void lookAgain() {
        looks++;
        var before = present();
        var now = overviews.of(before.span());
        if (!now.close().equals(before) || !isMoving(now)) {
            close = now.close();
            showTop();
            showPart();
        }
        getUI().ifPresent(this::follow);
    }

    /** The parts of the page, in the order of their tabs. */
    private enum Part {
        FIGURES("Figures", "figures"),
        MOVEMENTS("Movements", "movements"),
        TIE_OUT("Tie-out", "tie-out"),
        SOURCES("Sources", "sources"),
        LATE("Late postings", "late"),
        GATE("Publish gate", "gate"),
        VERSIONS("Versions", "versions"),
        CORRECTIONS("Corrections", "corrections"),
        PROCESS("Process", "process"),
        TRAIL("Trail", "trail");

        private final String title;
        private final String slug;

        Part(String title, String slug) {
            this.title = title;
            this.slug = slug;
        }

        static Part of(String slug) {
            for (var part : values()) {
                if (part.slug.equals(slug)) {
                    return part;
                }
            }
            return FIGURES;
        }
    }
}
