package dev.tieout.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.OnScreen;
import dev.tieout.closing.Closes;
import dev.tieout.terms.Period;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The list of closes, one close in its parts, and the trail on screen. */
@DatabaseTest
class ClosesViewTest extends SpringBrowserlessTest {

    @Autowired
    Given given;

    @Autowired
    OnScreen screen;

    @Autowired
    Closes closes;

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
    void an_analyst_opens_the_first_period_and_lands_on_its_page() {
        screen.signIn(ours, "analyst");
        navigate(ClosesView.class);
        test(findInView(TextField.class).id("next-period")).setValue("2026-10");
        test(findInView(Button.class).id("open-period")).click();
        assertThat(findInView(H1.class).single().getText()).isEqualTo("Close of October 2026");
    }

    @Test
    void the_next_period_is_proposed_and_one_too_early_is_refused_in_a_sentence() {
        ours.as("analyst", () -> closes.open(Period.parse("2026-10")));
        screen.signIn(ours, "analyst");
        navigate(ClosesView.class);
        assertThat(findInView(TextField.class).id("next-period").getValue()).isEqualTo("2026-11");
        test(findInView(Button.class).id("open-period")).click();
        assertThat(notices()).anyMatch(notice -> notice.contains("has published nothing yet"));
    }

    @Test
    void a_manager_reads_and_opens_nothing() {
        screen.signIn(ours, "manager");
        navigate(ClosesView.class);
        assertThat(findInView(Button.class).withId("open-period").exists()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"figures", "movements", "tie-out", "sources", "versions", "process", "trail"})
    void every_part_of_a_close_can_be_reached_by_its_address(String part) {
        ours.as("analyst", () -> closes.open(Period.parse("2026-10")));
        screen.signIn(ours, "manager");
        UI.getCurrent().navigate("closes/2026-10", QueryParameters.of("part", part));
        assertThat(getCurrentView()).isInstanceOf(CloseView.class);
    }

    @Test
    void the_close_of_another_organisation_is_not_there() {
        var theirs = given.organisation();
        theirs.as("analyst", () -> closes.open(Period.parse("2026-10")));
        screen.signIn(ours, "manager");
        UI.getCurrent().navigate("closes/2026-10");
        assertThat(find(H1.class).single().getText()).isEqualTo("There is nothing here");
    }

    @Test
    void the_trail_is_verified_in_words() {
        screen.signIn(ours, "manager");
        navigate(AuditView.class);
        test(findInView(Button.class).id("verify")).click();
        assertThat(findInView(Paragraph.class).id("verification").getText()).startsWith("The trail is intact");
    }

    private List<String> notices() {
        return find(Notification.class).all().stream()
                .map(notice -> test(notice).getText())
                .toList();
    }
}
