package dev.tieout.tasks.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenBook;
import dev.tieout.GivenOrganisation;
import dev.tieout.OnScreen;
import dev.tieout.tasks.Task;
import dev.tieout.tasks.TaskKind;
import dev.tieout.tasks.Tasks;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The task list on screen. */
@DatabaseTest
class TaskListViewTest extends SpringBrowserlessTest {

    @Autowired
    Given given;

    @Autowired
    GivenBook books;

    @Autowired
    OnScreen screen;

    @Autowired
    Tasks tasks;

    private GivenOrganisation ours;
    private Task approval;

    @BeforeEach
    void an_approval_and_a_sign_off_wait() {
        ours = given.organisation();
        long close = books.open(ours, "2026-10").close();
        approval = open(close, TaskKind.APPROVE_CLASSIFICATION);
        open(close, TaskKind.SIGN_OFF);
    }

    private Task open(long close, TaskKind kind) {
        return ours.asSystem(() -> tasks.open(new Tasks.NewTask(
                close, kind, kind.slug(), null, null, close * 100 + kind.slug().length())));
    }

    @AfterEach
    void signOut() {
        screen.signOut();
    }

    @Test
    void open_tasks_are_listed_newest_first_with_their_close_in_words() {
        as("manager");
        assertThat(test(grid()).size()).isEqualTo(2);
        assertThat(test(grid()).getRow(0).kind()).isEqualTo(TaskKind.SIGN_OFF);
        assertThat(test(grid()).getCellText(0, 1)).isEqualTo("October 2026");
    }

    @Test
    void a_person_claims_and_releases_what_is_for_their_role_in_place() {
        as("approver");
        test(button("Claim")).click();
        assertThat(ours.as("manager", () -> tasks.task(approval.key())).assignee())
                .isEqualTo(ours.person("approver").name());
        choose("Mine");
        assertThat(test(grid()).size()).isEqualTo(1);
        test(button("Release")).click();
        assertThat(ours.as("manager", () -> tasks.task(approval.key())).assignee())
                .isNull();
    }

    @Test
    void a_manager_finds_nothing_to_claim() {
        as("manager");
        assertThat(buttons()).isEmpty();
    }

    @Test
    void someone_else_was_faster_and_the_list_says_who() {
        as("approver");
        var claim = button("Claim");
        ours.as("approver2", () -> tasks.claim(approval.key()));
        test(claim).click();
        assertThat(notices()).anyMatch(notice -> notice.contains("is held by"));
    }

    @Test
    void an_empty_list_says_so() {
        as("manager");
        choose("Completed");
        assertThat(test(grid()).size()).isZero();
        assertThat(grid().getEmptyStateText()).contains("No task has been completed");
    }

    private void as(String person) {
        screen.signIn(ours, person);
        navigate(TaskListView.class);
    }

    private void choose(String tab) {
        var tabs = findInView(Tabs.class).single();
        tabs.setSelectedTab(tabs.getChildren()
                .map(Tab.class::cast)
                .filter(each -> each.getLabel().equals(tab))
                .findFirst()
                .orElseThrow());
    }

    @SuppressWarnings("unchecked")
    private Grid<Task> grid() {
        return findInView(Grid.class).id("tasks");
    }

    private Button button(String word) {
        return buttons().stream()
                .filter(button -> button.getText().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private List<Button> buttons() {
        return IntStream.range(0, test(grid()).size())
                .mapToObj(row -> test(grid()).getCellComponent(row, 5))
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .toList();
    }

    private List<String> notices() {
        return find(Notification.class).all().stream()
                .map(notice -> test(notice).getText())
                .toList();
    }
}
