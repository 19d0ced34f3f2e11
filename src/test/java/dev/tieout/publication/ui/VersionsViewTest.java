package dev.tieout.publication.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.select.Select;
import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.OnScreen;
import dev.tieout.closing.SignOff;
import dev.tieout.publication.AccountDifference;
import dev.tieout.publication.GivenPublication;
import dev.tieout.publication.Publication.Status;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The versions of a period on screen. */
@DatabaseTest
class VersionsViewTest extends SpringBrowserlessTest {

    @Autowired
    Given given;

    @Autowired
    GivenPublication publishing;

    @Autowired
    OnScreen screen;

    GivenOrganisation organisation;
    GivenPublication.Draft draft;

    @BeforeEach
    void a_close() {
        organisation = given.organisation();
        draft = publishing.draft(organisation);
        draft.close().account("b1", "1000", "1300").account("s1", "500", "400").figures();
        draft.sign(SignOff.Kind.CLASSIFICATION);
        screen.signIn(organisation, "manager");
    }

    @AfterEach
    void signOut() {
        screen.signOut();
    }

    @Test
    void nothing_published_is_said() {
        navigate(VersionsView.class, "2026-10");
        assertThat(findInView(PublicationsTable.class).single().getElement().getTextRecursively())
                .contains("Nothing has been published for this period yet.");
        assertThat(findInView(DifferencePanel.class).exists()).isFalse();
    }

    @Test
    @SuppressWarnings("unchecked")
    void the_latest_version_is_compared_with_the_one_before() {
        draft.reconcile().publish(Status.PROVISIONAL);
        draft.close().ledgerSays("b1", "1290");
        draft.reconcile().publish(Status.PROVISIONAL);
        navigate(VersionsView.class, "2026-10");
        assertThat(((Select<Integer>) findInView(Select.class).id("from-version")).getValue())
                .isEqualTo(1);
        assertThat(((Select<Integer>) findInView(Select.class).id("to-version")).getValue())
                .isEqualTo(2);
        var told = findInView(DifferencePanel.class).single().getElement().getTextRecursively();
        assertThat(told)
                .contains("113.33 % → 113.33 %")
                .contains("NRR is the same in both versions.")
                // As in a correction's preview: what takes off the balance is below zero.
                .contains("Contraction−100.00−100.00");
        assertThat(findInView(Grid.class).exists()).isFalse();
    }

    @Test
    @SuppressWarnings("unchecked")
    void accounts_that_differ_are_listed_with_what_they_did_to_the_bridge() {
        draft.reconcile().publish(Status.PROVISIONAL);
        draft.close().sql("update movement set closing = 1100 where close_id = :close and account = 'b1'", Map.of());
        draft.close().sql("delete from figure where close_id = :close", Map.of());
        draft.close().figures();
        draft.reconcile().publish(Status.PROVISIONAL);
        navigate(VersionsView.class, "2026-10");
        Grid<AccountDifference> accounts = findInView(Grid.class).id("differing-accounts");
        assertThat(test(accounts).size()).isEqualTo(1);
        assertThat(test(accounts).getRow(0).account()).isEqualTo("b1");
        assertThat(findInView(DifferencePanel.class).single().getElement().getTextRecursively())
                .contains("−13.33 points");
    }
}
