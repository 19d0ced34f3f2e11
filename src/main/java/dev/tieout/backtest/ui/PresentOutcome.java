package dev.tieout.backtest.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.shared.Registration;
import dev.tieout.backtest.BackTest;
import dev.tieout.backtest.BackTest.State;
import dev.tieout.backtest.BackTests;
import dev.tieout.rules.PinnedTable;
import dev.tieout.web.ui.Notices;
import dev.tieout.web.ui.Panel;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a version's latest test says, for who decides on it: follows it while it runs, and says plainly when it cannot be decided on. */
final class PresentOutcome extends Div {

    private static final int LOOK_AGAIN_MILLIS = 1_000;

    private final transient BackTests backTests;
    private final transient PinnedTable version;
    private final boolean undecided;
    private final boolean mayRun;
    private final transient Clock clock;
    private final transient Function<BackTest, Component> outcome;
    private transient Optional<BackTest> shown = Optional.empty();
    private boolean moving;
    private @Nullable Registration looking;

    /**
     * @param undecided whether the version is still to be decided
     * @param mayRun whether the person can run it again
     */
    PresentOutcome(
            BackTests backTests,
            PinnedTable version,
            boolean undecided,
            boolean mayRun,
            Clock clock,
            Function<BackTest, Component> outcome) {
        this.backTests = backTests;
        this.version = version;
        this.undecided = undecided;
        this.mayRun = mayRun;
        this.clock = clock;
        this.outcome = outcome;
        addClassName("stack");
        show();
    }

    private void show() {
        shown = backTests.latest(version);
        moving = isMoving();
        removeAll();
        shown.filter(_ -> undecided).flatMap(this::hindrance).ifPresent(this::add);
        add(shown.map(outcome).orElseGet(() -> Panel.quiet("This version has not been tested against them yet.")));
    }

    /** Why nobody can approve on it, with the way on. */
    private Optional<Component> hindrance(BackTest test) {
        var why = switch (test.state()) {
            case RUNNING ->
                test.isStuck(clock.instant())
                        ? "The back-test does not go on. Nobody can approve before it is done. "
                        : "";
            case FAILED -> "The back-test broke off: " + test.trouble() + " Nobody can approve on it. ";
            case DONE ->
                test.stale()
                        ? "Outdated: what this back-test was run on has changed since. Nobody can approve before it has been"
                                + " run again. "
                        : "";
        };
        if (why.isEmpty()) {
            return Optional.empty();
        }
        var callout = new Div(new Span(why));
        callout.setId("back-test-outdated");
        callout.addClassNames("callout", "bad");
        if (mayRun) {
            var again = new Button("Run it again", _ -> runAgain());
            again.setId("run-again");
            again.addThemeVariants(ButtonVariant.SMALL);
            callout.add(again);
        }
        return Optional.of(callout);
    }

    private void runAgain() {
        if (Notices.unlessRefused(() -> backTests.start(version))) {
            show();
            getUI().ifPresent(ui -> ui.setPollInterval(LOOK_AGAIN_MILLIS));
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        looking = event.getUI().addPollListener(_ -> lookAgain());
        if (moving) {
            event.getUI().setPollInterval(LOOK_AGAIN_MILLIS);
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (looking != null) {
            looking.remove();
            event.getUI().setPollInterval(-1);
        }
    }

    private boolean isMoving() {
        return shown.filter(test -> test.state() == State.RUNNING && !test.isStuck(clock.instant()))
                .isPresent();
    }

    private void lookAgain() {
        // One that stands still shows it by the time alone.
        if (moving != isMoving() || !backTests.latest(version).equals(shown)) {
            show();
        }
        if (!moving) {
            getUI().ifPresent(ui -> ui.setPollInterval(-1));
        }
    }
}
