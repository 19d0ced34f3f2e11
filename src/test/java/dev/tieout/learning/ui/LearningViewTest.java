package dev.tieout.learning.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenBook;
import dev.tieout.GivenOrganisation;
import dev.tieout.OnScreen;
import dev.tieout.movements.Movements;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Proposed rows on screen. */
@DatabaseTest
class LearningViewTest extends SpringBrowserlessTest {

    @Autowired
    Given given;

    @Autowired
    GivenBook books;

    @Autowired
    Movements movements;

    @Autowired
    OnScreen screen;

    @AfterEach
    void signOut() {
        screen.signOut();
    }

    private GivenOrganisation book(boolean overridden) {
        var organisation = given.organisation();
        var book = books.open(organisation, "2026-10")
                .opening("P", "S", "Core", "500")
                .billing("P", "S", "Core", "400", "PAST_DUE")
                .account("A", "500", "400");
        organisation.asSystem(() -> movements.classify(book.close(), 0, 1));
        if (overridden) {
            organisation.as(
                    "analyst",
                    () -> movements.override(
                            book.close(), "P", "", MovementClass.CONTRACTION, Reason.DISCOUNT_ADDED, "Dunning"));
        }
        return organisation;
    }

    @Test
    void each_proposal_says_what_it_would_spare_and_move() {
        screen.signIn(book(true), "analyst");
        navigate("learning/2026-10", LearningView.class);

        assertThat(findInView(H2.class).all())
                .extracting(H2::getText)
                .containsExactly("Contraction, downgrade → Contraction, discount added");
        assertThat(findInView(Button.class).withText("Take into a draft").all()).hasSize(1);
        assertThat(findInView(ProposalPanel.class).single().getElement().getTextRecursively())
                .contains("A new row before row 37")
                .contains("Spares 1 override")
                .contains("Moves nothing else");
    }

    @Test
    void a_proposal_is_back_tested_where_it_stands_and_once_taken_leads_to_its_draft_and_the_drafts_back_test() {
        var organisation = book(true);
        screen.signIn(organisation, "analyst");
        navigate("learning/2026-10", LearningView.class);

        test(findInView(Button.class).withText("Back-test it").single()).click();
        assertThat(findInView(TriedPanel.class).single().getElement().getTextRecursively())
                .contains("No period has been published yet");

        test(findInView(Button.class).withText("Take into a draft").single()).click();
        navigate("learning/2026-10", LearningView.class);
        assertThat(findInView(Button.class).withText("Take into a draft").all()).isEmpty();
        assertThat(findInView(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains("rules/write/movement-classification/2", "rules/backtest/movement-classification/2");
    }

    @Test
    void without_overrides_there_is_nothing_to_learn() {
        screen.signIn(book(false), "manager");
        navigate("learning", LearningView.class);

        assertThat(findInView(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .anyMatch(text -> text.contains("nothing to learn from"));
    }

    @Test
    void who_writes_no_tables_takes_nothing() {
        screen.signIn(book(true), "manager");
        navigate("learning/2026-10", LearningView.class);

        assertThat(findInView(ProposalPanel.class).all()).hasSize(1);
        assertThat(findInView(Button.class).withText("Take into a draft").all()).isEmpty();
    }
}
