package dev.tieout.findings.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextArea;
import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.OnScreen;
import dev.tieout.closing.CloseState;
import dev.tieout.closing.Closes;
import dev.tieout.closing.SignOff;
import dev.tieout.findings.Finding.Kind;
import dev.tieout.findings.FollowUp;
import dev.tieout.findings.FollowUps;
import dev.tieout.publication.GivenPublication;
import dev.tieout.publication.Publication.Status;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people look into because a report made them, on screen. */
@DatabaseTest
class FollowUpsViewTest extends SpringBrowserlessTest {

    @Autowired
    Given given;

    @Autowired
    GivenPublication publishing;

    @Autowired
    Closes closes;

    @Autowired
    FollowUps followUps;

    @Autowired
    OnScreen screen;

    GivenOrganisation organisation;
    long close;

    @BeforeEach
    void a_version_in_which_one_account_brings_all_of_the_expansion() {
        organisation = given.organisation();
        var draft = publishing.draft(organisation);
        close = draft.close().id();
        draft.close().account("b1", "1000", "1300").account("s1", "500", "400").figures();
        draft.sign(SignOff.Kind.CLASSIFICATION).reconcile().publish(Status.PROVISIONAL);
        organisation.asSystem(() -> closes.entered(close, CloseState.PROVISIONAL, "Resolve variances"));
    }

    @AfterEach
    void signOut() {
        screen.signOut();
    }

    @Test
    void an_empty_list_says_where_findings_stand() {
        open("manager");

        assertThat(shown()).contains("Nobody follows anything up. Findings stand on each report, below its figures.");
    }

    @Test
    void one_that_is_due_in_the_past_would_be_overdue_and_one_in_the_future_is_not() {
        followUp();
        open("manager");

        assertThat(shown())
                .contains("Expansion rests on one account", "b1 alone is 100.00 % of the expansion", "31 Jan 2999")
                .contains("“Will it last?”")
                .doesNotContain("Overdue");
    }

    @Test
    void an_outcome_has_to_be_said_and_then_stands_among_the_ended() {
        var followed = followUp();
        open("analyst");
        test(findInView(Button.class).id("done-" + followed.key())).click();
        test(find(Button.class).id("outcome-confirm")).click();
        assertThat(organisation.as("manager", () -> followUps.list(FollowUp.State.OPEN, null, 10)))
                .hasSize(1);

        test(find(TextArea.class).id("outcome")).setValue("They signed for three years.");
        test(find(Button.class).id("outcome-confirm")).click();
        assertThat(shown()).contains("Nobody follows anything up.");
        test(findInView(Tabs.class).single()).select("Done and dropped");
        assertThat(shown()).contains("They signed for three years.", "Done");
    }

    @Test
    void only_its_owner_and_those_who_work_on_closes_end_one() {
        var followed = followUp();
        open("admin");

        assertThat(findInView(Button.class).withId("done-" + followed.key()).exists())
                .isFalse();
    }

    private FollowUp followUp() {
        var owner = organisation.login("controller");
        return organisation.as(
                "controller",
                () -> followUps.open(
                        close, Kind.EXPANSION_CONCENTRATED, null, owner, LocalDate.of(2999, 1, 31), "Will it last?"));
    }

    private void open(String person) {
        screen.signIn(organisation, person);
        navigate(FollowUpsView.class);
    }

    private String shown() {
        return getCurrentView().getElement().getTextRecursively();
    }
}
