package dev.tieout.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenBook;
import dev.tieout.GivenOrganisation;
import dev.tieout.OnScreen;
import dev.tieout.closing.Contributions;
import dev.tieout.movements.Movement;
import dev.tieout.movements.Movements;
import dev.tieout.tasks.Task;
import dev.tieout.tasks.TaskKind;
import dev.tieout.tasks.Tasks;
import dev.tieout.terms.MovementClass;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Approving a classification on screen. */
@DatabaseTest
class TaskViewTest extends SpringBrowserlessTest {

    @Autowired
    Given given;

    @Autowired
    GivenBook books;

    @Autowired
    OnScreen screen;

    @Autowired
    Tasks tasks;

    @Autowired
    Movements movements;

    @Autowired
    Contributions contributions;

    private GivenOrganisation ours;
    private Task approval;
    private long close;

    @BeforeEach
    void a_classification_waits_for_approval() {
        ours = given.organisation();
        var book = books.open(ours, "2026-10")
                .account("A-1", "1000", "1000")
                .account("A-2", "500", "700")
                .account("A-3", "300", "100");
        close = book.close();
        ours.asSystem(() -> movements.classify(close, 0, 1));
        approval = ours.asSystem(() -> tasks.open(new Tasks.NewTask(
                close, TaskKind.APPROVE_CLASSIFICATION, "Approve classification", null, null, close * 1_000)));
    }

    @AfterEach
    void signOut() {
        screen.signOut();
    }

    @Test
    void who_imported_reads_why_they_do_not_decide_and_finds_no_button() {
        ours.as("approver", () -> contributions.note(close, Contributions.Kind.IMPORTED));
        as("approver");
        assertThat(whyNot()).contains("imported sources");
        assertThat(findInView(Button.class).withId("approve").exists()).isFalse();
        assertThat(findInView(Button.class).withId("claim").exists()).isFalse();
    }

    @Test
    void an_approver_claims_looks_and_approves() {
        as("approver");
        test(button("claim")).click();
        test(button("approve")).click();
        assertThat(reread().state()).isEqualTo(Task.State.COMPLETED);
    }

    @Test
    void a_rejection_asks_for_its_comment_first() {
        as("approver");
        test(button("claim")).click();
        test(button("reject")).click();
        assertThat(comment().isInvalid()).isTrue();
        assertThat(reread().state()).isEqualTo(Task.State.OPEN);
        test(comment()).setValue("A-2 belongs to another parent");
        test(button("reject")).click();
        assertThat(reread().comment()).isEqualTo("A-2 belongs to another parent");
    }

    @Test
    void data_that_changed_since_the_claim_has_to_be_looked_at_again() {
        as("approver");
        test(button("claim")).click();
        ours.as("analyst", () -> movements.exclude(close, "A-3", "Internal account", "Our own test tenant"));
        test(button("approve")).click();
        assertThat(notices()).anyMatch(notice -> notice.contains("changed since you claimed"));
        navigate(TaskView.class, approval.key());
        assertThat(whyNot()).contains("changed since you claimed");
        assertThat(button("claim").getText()).isEqualTo("Renew claim");
    }

    @Test
    void each_filter_narrows_the_movements() {
        as("approver");
        assertThat(test(grid()).size()).isEqualTo(3);
        test(findInView(TextField.class).id("filter-account")).setValue("a-2");
        assertThat(test(grid()).size()).isEqualTo(1);
        test(findInView(TextField.class).id("filter-account")).setValue("");
        classes().setValue(Set.of(MovementClass.EXPANSION, MovementClass.CONTRACTION));
        assertThat(test(grid()).size()).isEqualTo(2);
        assertThat(findInView(Paragraph.class).id("movements-matching").getText())
                .isEqualTo("2 movements match, amounts in USD");
    }

    @Test
    void an_approver_who_overrides_in_place_no_longer_decides() {
        as("approver");
        test(grid()).select(0);
        test(button("override")).click();
        test(button("decision-confirm")).click();
        assertThat(findInView(TextArea.class).id("decision-comment").isInvalid())
                .isTrue();
        test(findInView(TextArea.class).id("decision-comment")).setValue("Carried by the parent contract");
        test(button("decision-confirm")).click();
        var changed = ours.as("manager", () -> movements.of(close, "A-1", ""));
        assertThat(changed.decidedBy()).isInstanceOf(Movement.DecidedBy.Person.class);
        assertThat(whyNot()).contains("overrode movements");
    }

    private void as(String person) {
        screen.signIn(ours, person);
        navigate(TaskView.class, approval.key());
    }

    private Task reread() {
        return ours.as("manager", () -> tasks.task(approval.key()));
    }

    private String whyNot() {
        return findInView(Paragraph.class).id("why-not").getText();
    }

    private Button button(String id) {
        return findInView(Button.class).id(id);
    }

    private TextArea comment() {
        return findInView(TextArea.class).id("comment");
    }

    @SuppressWarnings("unchecked")
    private Grid<Movement> grid() {
        return findInView(Grid.class).id("movements");
    }

    @SuppressWarnings("unchecked")
    private MultiSelectComboBox<MovementClass> classes() {
        return findInView(MultiSelectComboBox.class).id("filter-class");
    }

    private List<String> notices() {
        return find(Notification.class).all().stream()
                .map(notice -> test(notice).getText())
                .toList();
    }
}
