package dev.tieout.backtest.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import dev.tieout.DatabaseTest;
import dev.tieout.GivenOrganisation;
import dev.tieout.OnScreen;
import dev.tieout.backtest.BackTest;
import dev.tieout.backtest.BackTests;
import dev.tieout.backtest.Change;
import dev.tieout.backtest.PublishedBook;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTables;
import dev.tieout.sources.SourceKind;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A back-test on screen. */
@DatabaseTest
@Import(PublishedBook.class)
class BackTestViewTest extends SpringBrowserlessTest {

    @Autowired
    PublishedBook books;

    @Autowired
    BackTests backTests;

    @Autowired
    BackTestPanels panels;

    @Autowired
    OnScreen screen;

    GivenOrganisation ours;

    @BeforeEach
    void organisation() {
        ours = books.organisation();
        screen.signIn(ours, "analyst");
    }

    @AfterEach
    void signOut() {
        screen.signOut();
    }

    @Test
    void a_version_that_was_not_tested_can_be_and_its_rows_are_shown_already() {
        open(books.returnersAsNew(ours));

        assertThat(text()).contains("has not been tested as it is now");
        assertThat(((Button) findInView(Button.class).id("run-back-test")).getText())
                .isEqualTo("Run the back-test");
    }

    @Test
    void before_anything_is_published_it_says_so() {
        var version = books.returnersAsNew(ours);
        ours.as("analyst", () -> backTests.run(version));
        open(version);

        assertThat(text()).contains("No period has been published yet");
    }

    @Test
    void a_version_that_changes_nothing_says_in_how_many_periods() {
        books.october(ours).publish();
        books.november(ours).publish();
        var version = new PinnedTable(RuleTables.MOVEMENT_CLASSIFICATION, 1);
        ours.as("analyst", () -> backTests.run(version));
        open(version);

        assertThat(text()).contains("It changes nothing in 2 published periods.");
        assertThat(findInView(Grid.class).exists()).isFalse();
    }

    @Test
    @SuppressWarnings("unchecked")
    void accounts_that_change_stand_below_the_ratios_and_above_the_rows_that_did_it() {
        books.october(ours).publish();
        var version = books.returnersAsNew(ours);
        ours.as("analyst", () -> backTests.run(version));
        open(version);

        assertThat(text())
                .contains("1 account in 1 published period would come out otherwise")
                .contains("October 2026")
                .contains("60.00 USD");
        Grid<Change> changes = findInView(Grid.class).id("changes");
        assertThat(test(changes).size()).isEqualTo(1);
        assertThat(test(changes).getRow(0).account()).isEqualTo("Back");
        var difference =
                findInView(Div.class).id("table-difference").getElement().getTextRecursively();
        assertThat(difference)
                .contains("1 row changed")
                .contains("REACTIVATION")
                .contains("NEW_LOGO");
    }

    @Test
    void every_row_is_shown_when_asked_for() {
        books.october(ours).publish();
        open(books.returnersAsNew(ours));
        Checkbox every = findInView(Checkbox.class).id("every-row");

        test(every).click();

        assertThat(findInView(Div.class).id("table-difference").getElement().getTextRecursively())
                .contains("A customer for the first time");
    }

    @Test
    void who_decides_sees_that_a_test_is_outdated_and_runs_it_again() {
        var october = books.october(ours);
        october.publish();
        var version = new PinnedTable(RuleTables.VARIANCE_CAUSE, 1);
        ours.as("analyst", () -> backTests.run(version));
        october.receive(
                SourceKind.LEDGER, "entry_id,account_id,posted_at,amount,currency\nE1,Keep,2026-10-05,300.00,USD\n");
        UI.getCurrent().add(panels.of(version, true));
        var outdated = find(Div.class).id("back-test-outdated");
        assertThat(outdated.getElement().getTextRecursively())
                .contains("Outdated")
                .contains("Nobody can approve");

        test((Button) find(Button.class).id("run-again")).click();

        assertThat(find(Div.class).all())
                .extracting(div -> div.getId().orElse(""))
                .doesNotContain("back-test-outdated");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> ours.as("manager", () -> backTests.latest(version))
                        .filter(BackTest::isCurrent)
                        .isPresent());
    }

    @Test
    void who_has_nothing_to_decide_is_not_told_what_keeps_from_deciding() {
        var october = books.october(ours);
        october.publish();
        var version = new PinnedTable(RuleTables.VARIANCE_CAUSE, 1);
        ours.as("analyst", () -> backTests.run(version));
        october.receive(
                SourceKind.LEDGER, "entry_id,account_id,posted_at,amount,currency\nE1,Keep,2026-10-05,300.00,USD\n");

        UI.getCurrent().add(panels.of(version, false));

        assertThat(find(Div.class).all())
                .extracting(div -> div.getId().orElse(""))
                .doesNotContain("back-test-outdated");
    }

    private void open(PinnedTable version) {
        navigate(BackTestView.class, Map.of("table", version.table(), "version", Integer.toString(version.version())));
    }

    private String text() {
        return getCurrentView().getElement().getTextRecursively();
    }
}
