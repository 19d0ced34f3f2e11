package dev.tieout.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.OnScreen;
import dev.tieout.policy.MetricPolicy.State;
import dev.tieout.policy.Policies;
import dev.tieout.tasks.Tasks;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The metric policy on screen: read, proposed, compared and approved. */
@DatabaseTest
class PolicyViewTest extends SpringBrowserlessTest {

    @Autowired
    Given given;

    @Autowired
    OnScreen screen;

    @Autowired
    Policies policies;

    @Autowired
    Tasks tasks;

    private GivenOrganisation ours;

    @BeforeEach
    void an_organisation() {
        ours = given.organisation();
    }

    @AfterEach
    void signOut() {
        screen.signOut();
    }

    @Test
    void a_manager_reads_what_is_in_force_and_finds_no_form() {
        screen.signIn(ours, "manager");
        navigate(PolicyView.class);
        assertThat(tables()).contains("When billing posted it", "When the period ends", "Approved");
        assertThat(findInView(Button.class).withId("propose-policy").exists()).isFalse();
    }

    @Test
    void an_administrator_proposes_and_an_approver_sees_what_changes_and_approves() {
        screen.signIn(ours, "admin");
        navigate(PolicyView.class);
        test(findInView(Button.class).id("propose-policy")).click();
        test(findInView(IntegerField.class).id("cutoff-hours")).setValue(48);
        test(findInView(Button.class).id("policy-confirm")).click();
        assertThat(findInView(TextArea.class).id("policy-comment").isInvalid()).isTrue();
        test(findInView(TextArea.class).id("policy-comment")).setValue("The ledger closes two days later");
        test(findInView(Button.class).id("policy-confirm")).click();
        assertThat(ours.as("manager", () -> policies.version(2)).choices().cutoffHours())
                .isEqualTo(48);

        screen.signIn(ours, "approver");
        var task = ours.as("approver", () -> tasks.openAbout("policy/2")).getFirst();
        navigate(TaskView.class, task.key());
        assertThat(tables()).contains("48 hours after the period's end");
        test(findInView(Button.class).id("claim")).click();
        test(findInView(Button.class).id("approve")).click();
        assertThat(ours.as("manager", () -> policies.version(2)).state()).isEqualTo(State.APPROVED);
    }

    private String tables() {
        return findInView(NativeTable.class).all().stream()
                .map(table -> table.getElement().getTextRecursively())
                .collect(Collectors.joining("\n"));
    }
}
