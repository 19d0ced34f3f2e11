package dev.tieout.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.OnScreen;
import dev.tieout.backpostings.BackPostings;
import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.sources.LatePosting;
import dev.tieout.sources.LatePostings;
import dev.tieout.sources.SourceKind;
import dev.tieout.sources.Sources;
import dev.tieout.tasks.TaskKind;
import dev.tieout.tasks.Tasks;
import dev.tieout.terms.Page;
import dev.tieout.terms.Period;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Late postings on screen: listed, noted, and shown to who decides. */
@DatabaseTest
class LatePostingsViewTest extends SpringBrowserlessTest {

    private static final Period OCTOBER = Period.parse("2026-10");

    @Autowired
    Given given;

    @Autowired
    OnScreen screen;

    @Autowired
    Closes closes;

    @Autowired
    Sources sources;

    @Autowired
    BackPostings notes;

    @Autowired
    LatePostings late;

    @Autowired
    Tasks tasks;

    private GivenOrganisation ours;
    private Close close;

    @BeforeEach
    void a_close_with_a_late_row() {
        ours = given.organisation();
        close = ours.as("analyst", () -> closes.open(OCTOBER));
        var rows = """
                account_id,period,mrr,currency,posted_at
                A1,2026-10,100.00,USD,2026-10-05
                A2,2026-10,70.00,USD,2026-11-02
                """;
        ours.as(
                "analyst",
                () -> sources.receive(
                        OCTOBER,
                        SourceKind.BILLING,
                        "generic-snapshot",
                        "billing.csv",
                        new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8))));
    }

    @AfterEach
    void signOut() {
        screen.signOut();
    }

    @Test
    void an_analyst_ticks_a_posting_states_why_and_another_person_sees_it_with_its_time() {
        open("analyst");
        Grid<LatePosting> grid = grid();
        assertThat(test(grid).size()).isEqualTo(1);
        grid.select(test(grid).getRow(0));
        test(findInView(Button.class).id("raise-back-posting")).click();
        test(findInView(Button.class).id("back-posting-confirm")).click();
        assertThat(findInView(TextArea.class).id("back-posting-reason").isInvalid())
                .isTrue();
        test(findInView(TextArea.class).id("back-posting-reason")).setValue("Signed in October");
        test(findInView(TextField.class).id("back-posting-clause")).setValue("Late postings");
        test(findInView(Button.class).id("back-posting-confirm")).click();
        assertThat(tables()).contains("Awaiting approval", "Signed in October");

        var note = ours.as("manager", () -> notes.of(close.key())).getFirst();
        var task = ours.asSystem(() -> tasks.open(new Tasks.NewTask(
                close.key(),
                TaskKind.APPROVE_BACK_POSTING,
                "Approve back-posting",
                note.subject(),
                null,
                note.id() * 77)));
        screen.signIn(ours, "controller");
        navigate(TaskView.class, task.key());
        assertThat(tables()).contains("posted_at “2026-11-02”", "read as 2026-11-02T00:00:00Z", "70.00");
    }

    @Test
    void whoever_wants_more_than_the_first_page_gets_the_rest() {
        var rows = IntStream.range(0, Page.LIMIT + 4)
                .mapToObj(i -> "B" + i + ",2026-10,1.00,USD,2026-11-02\n")
                .collect(Collectors.joining("", "account_id,period,mrr,currency,posted_at\n", ""));
        ours.as(
                "analyst",
                () -> sources.receive(
                        OCTOBER,
                        SourceKind.BILLING,
                        "generic-snapshot",
                        "more.csv",
                        new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8))));
        open("analyst");
        assertThat(test(grid()).size()).isEqualTo(Page.LIMIT);
        test(findInView(Button.class).id("late-more")).click();
        assertThat(test(grid()).size()).isEqualTo(Page.LIMIT + 5);
        assertThat(findInView(Button.class).withId("late-more").exists()).isFalse();
    }

    @Test
    void the_gate_leads_to_the_late_postings_that_it_waits_for() {
        var keys = Set.of(ours.as("manager", () -> late.of(close.key(), null, 1))
                .items()
                .getFirst()
                .key());
        ours.as("analyst", () -> notes.raise(OCTOBER, "Signed", "Late postings", keys));
        screen.signIn(ours, "manager");
        navigate(ClosesView.class);
        UI.getCurrent().navigate("closes/2026-10", QueryParameters.of("part", "gate"));
        var link = findInView(Anchor.class).withText("Late postings").single();
        assertThat(link.getHref()).isEqualTo("closes/2026-10?part=late");
    }

    @Test
    void a_manager_reads_the_list_and_finds_nothing_to_tick() {
        open("manager");
        assertThat(findInView(Button.class).withId("raise-back-posting").exists())
                .isFalse();
    }

    private void open(String person) {
        screen.signIn(ours, person);
        navigate(ClosesView.class);
        UI.getCurrent().navigate("closes/2026-10", QueryParameters.of("part", "late"));
    }

    @SuppressWarnings("unchecked")
    private Grid<LatePosting> grid() {
        return findInView(Grid.class).id("late-list");
    }

    private String tables() {
        return findInView(NativeTable.class).all().stream()
                .map(table -> table.getElement().getTextRecursively())
                .collect(Collectors.joining("\n"));
    }
}
