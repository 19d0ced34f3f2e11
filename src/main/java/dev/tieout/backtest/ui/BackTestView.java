package dev.tieout.backtest.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import dev.tieout.backtest.BackTest;
import dev.tieout.backtest.BackTest.State;
import dev.tieout.backtest.BackTests;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTables;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Notices;
import dev.tieout.web.ui.PageHeading;
import dev.tieout.web.ui.Panel;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One version of a rule table held against every published period. */
@Route("rules/backtest/:table/:version")
@PermitAll
class BackTestView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final int LOOK_AGAIN_MILLIS = 1_000;

    private final BackTests backTests;
    private final BackTestPanels panels;
    private final RuleTables tables;
    private final CurrentActor currentActor;
    private final Format format;
    private final Clock clock;
    private String title = "Back-test";
    private @Nullable PinnedTable version;
    private @Nullable BackTest shown;
    private @Nullable Registration looking;

    BackTestView(
            BackTests backTests,
            BackTestPanels panels,
            RuleTables tables,
            CurrentActor currentActor,
            Format format,
            Clock clock) {
        this.backTests = backTests;
        this.panels = panels;
        this.tables = tables;
        this.currentActor = currentActor;
        this.format = format;
        this.clock = clock;
        addClassName("page");
    }

    @Override
    public String getPageTitle() {
        return title + " – Tieout";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var parameters = event.getRouteParameters();
        var asked = new PinnedTable(
                parameters.get("table").orElse(""),
                Math.max(1, parameters.getInteger("version").orElse(1)));
        var content = tables.content(asked);
        title = "Back-test of " + content.version().title() + ", version " + asked.version();
        version = asked;
        show();
    }

    private void show() {
        var present = Objects.requireNonNull(version);
        var latest = backTests.latest(present);
        shown = latest.orElse(null);
        removeAll();
        add(heading(latest));
        latest.flatMap(BackTestView::trouble).ifPresent(this::add);
        add(new Panel("Published periods", latest.map(this::outcome).orElseGet(BackTestView::untested)));
        latest.filter(test -> test.state() == State.DONE).ifPresent(this::showChanges);
        panels.difference(present, latest).ifPresent(rows -> add(new Panel("Table, side by side", rows)));
    }

    private void showChanges(BackTest test) {
        if (test.version().table().equals(RuleTables.STATUS_CROSSWALK)) {
            add(new Panel("Words", new WordsTable(backTests.words(test.id()))));
        }
        if (test.changedAccounts() > 0) {
            add(new Panel("Accounts that change", new ChangesPanel(backTests, test)));
        }
    }

    private PageHeading heading(Optional<BackTest> test) {
        var heading = new PageHeading(title)
                .saying("Every published period is decided again by this version, from the lines that were published."
                        + " What was published stays as it is.")
                .offering(new Anchor("rules", "All tables and versions"));
        test.ifPresent(known -> heading.with(BackTestWords.tag(known)));
        if (currentActor.get().has(Role.ANALYST) || currentActor.get().has(Role.APPROVER)) {
            again(test).ifPresent(heading::offering);
        }
        return heading;
    }

    /** There is nothing to press while a test runs, or when it would only find the kept one. */
    private Optional<Component> again(Optional<BackTest> test) {
        var word = test.isEmpty()
                ? "Run the back-test"
                : test.get().state() == State.FAILED || test.get().isStuck(clock.instant())
                        ? "Go on with it"
                        : test.get().stale() ? "Run it on the latest versions" : "";
        if (word.isEmpty()) {
            return Optional.empty();
        }
        var button = new Button(word, _ -> start());
        button.setId("run-back-test");
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return Optional.of(button);
    }

    private void start() {
        var present = Objects.requireNonNull(version);
        if (Notices.unlessRefused(() -> backTests.start(present))) {
            show();
            getUI().ifPresent(ui -> ui.setPollInterval(LOOK_AGAIN_MILLIS));
        }
    }

    private static Optional<Component> trouble(BackTest test) {
        var trouble = test.trouble();
        if (trouble == null) {
            return Optional.empty();
        }
        var callout = new Paragraph(trouble);
        callout.addClassNames("callout", "bad");
        callout.setId("trouble");
        return Optional.of(callout);
    }

    private Component outcome(BackTest test) {
        var finished = test.finishedAt();
        var line = "Asked for by " + test.requestedBy() + ", " + format.at(test.requestedAt())
                + (finished == null ? "." : "; done " + format.at(finished) + ".")
                + (test.stale() ? " What it was run on has changed since: it is outdated." : "");
        var parts = new Div(panels.outcome(test), Panel.quiet(line));
        parts.addClassName("stack");
        return parts;
    }

    private static Component untested() {
        return Panel.quiet("This version has not been tested as it is now.");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        looking = event.getUI().addPollListener(_ -> lookAgain());
        event.getUI().setPollInterval(isMoving() ? LOOK_AGAIN_MILLIS : -1);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().setPollInterval(-1);
        if (looking != null) {
            looking.remove();
        }
    }

    private boolean isMoving() {
        return shown != null && shown.state() == State.RUNNING && !shown.isStuck(clock.instant());
    }

    private void lookAgain() {
        var before = shown;
        if (before != null && !backTests.of(before.id()).equals(before)) {
            show();
        }
        getUI().ifPresent(ui -> ui.setPollInterval(isMoving() ? LOOK_AGAIN_MILLIS : -1));
    }
}
