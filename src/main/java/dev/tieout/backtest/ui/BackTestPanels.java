package dev.tieout.backtest.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import dev.tieout.backtest.BackTest;
import dev.tieout.backtest.BackTests;
import dev.tieout.backtest.TestedPeriod;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTableVersion;
import dev.tieout.rules.RuleTableVersion.State;
import dev.tieout.rules.RuleTables;
import dev.tieout.rules.TableDifference;
import dev.tieout.terms.Period;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Panel;
import dev.tieout.web.ui.Words;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Makes the parts of a back-test that other pages show too. */
@Service
public class BackTestPanels {

    private final BackTests backTests;
    private final RuleTables tables;
    private final CurrentActor currentActor;
    private final Clock clock;

    BackTestPanels(BackTests backTests, RuleTables tables, CurrentActor currentActor, Clock clock) {
        this.backTests = backTests;
        this.tables = tables;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Where a version's back-test stands on screen. */
    public static String address(PinnedTable version) {
        return "rules/backtest/" + version.table() + "/" + version.version();
    }

    /**
     * What someone who decides about a version has to see: what would come out otherwise, and which rows are other.
     *
     * @param undecided whether it is still to be decided, so that what keeps it from being approved is told
     */
    public Component of(PinnedTable version, boolean undecided) {
        var found = backTests.latest(version);
        var parts = new Div(new Panel(
                "Against the published periods",
                new PresentOutcome(backTests, version, undecided, mayRun(), clock, this::outcome),
                new Anchor(address(version), "The whole back-test, account by account")));
        parts.addClassName("stack");
        difference(version, found).ifPresent(rows -> parts.add(new Panel("Side by side", rows)));
        return parts;
    }

    private boolean mayRun() {
        return currentActor.get().has(Role.ANALYST) || currentActor.get().has(Role.APPROVER);
    }

    /** In a sentence and by period. */
    Component outcome(BackTest test) {
        var parts = new Div(Panel.quiet(sentence(test)));
        parts.addClassName("stack");
        if (test.periods().stream().anyMatch(TestedPeriod::breaches)) {
            parts.add(breach(test));
        }
        if (!test.periods().isEmpty()) {
            parts.add(new PeriodsTable(test));
        }
        return parts;
    }

    /** A row can answer a class that the amounts of a movement do not bear; no single row shows that. */
    private static Component breach(BackTest test) {
        var periods = test.periods().stream()
                .filter(TestedPeriod::breaches)
                .map(period -> Words.of(Period.parse(period.period())))
                .collect(Collectors.joining(", "));
        var callout =
                new Div("The bridge of " + periods + " would not add up: a row answers a class that the amounts do"
                        + " not bear, such as a renewal at another amount. A close by this version would stop there.");
        callout.setId("breaches");
        callout.addClassNames("callout", "bad");
        return callout;
    }

    private static String sentence(BackTest test) {
        int periods = test.periods().size();
        if (periods == 0) {
            return "No period has been published yet, so there is nothing to hold it against.";
        }
        if (test.state() != BackTest.State.DONE) {
            return Format.count(test.done()) + " of " + Words.counted(periods, "period is", "periods are") + " done.";
        }
        return test.changedAccounts() == 0
                ? "It changes nothing in " + Words.counted(periods, "published period", "published periods") + "."
                : Words.counted(test.changedAccounts(), "account", "accounts") + " in "
                        + Words.counted(
                                test.periods().stream()
                                        .filter(period -> period.tally() != null
                                                && period.tally().changed() > 0)
                                        .count(),
                                "published period",
                                "published periods")
                        + " would come out otherwise. What was published stays as it is.";
    }

    /** The version beside the one that the latest tested period was published with, or else the one it was written or came from. */
    Optional<Component> difference(PinnedTable version, Optional<BackTest> test) {
        var content = tables.content(version);
        int base = test.filter(tested -> !tested.periods().isEmpty())
                .map(tested -> tested.periods().getLast().baseVersion())
                .orElseGet(() -> origin(content.version()));
        if (base < 1 || base == version.version()) {
            return Optional.empty();
        }
        var before = tables.content(new PinnedTable(version.table(), base));
        return Optional.of(new DifferencePanel(
                TableDifference.of(before, content),
                test.map(BackTest::id).map(backTests::hits).orElse(List.of())));
    }

    /** The version that it was written from; of one that came as a file, the newest approved one before it. */
    private int origin(RuleTableVersion version) {
        Integer basedOn = version.basedOn();
        return basedOn != null
                ? basedOn
                : tables.versions().stream()
                        .filter(other -> other.table().equals(version.table())
                                && other.version() < version.version()
                                && other.state() == State.APPROVED)
                        .mapToInt(RuleTableVersion::version)
                        .max()
                        .orElse(0);
    }
}
