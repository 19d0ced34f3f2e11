package dev.tieout.movements.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenBook;
import dev.tieout.GivenOrganisation;
import dev.tieout.OnScreen;
import dev.tieout.movements.Explanations;
import dev.tieout.movements.Movements;
import dev.tieout.rules.Explanation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Why a movement has its class, on screen. */
@DatabaseTest
class ExplanationDialogTest extends SpringBrowserlessTest {

    @Autowired
    Given given;

    @Autowired
    GivenBook books;

    @Autowired
    Movements movements;

    @Autowired
    Explanations explanations;

    @Autowired
    OnScreen screen;

    @AfterEach
    void signOut() {
        screen.signOut();
    }

    @Test
    void the_row_that_won_comes_first_and_every_other_says_which_cell_fails_and_what_it_is() {
        var organisation = given.organisation();
        var explanation = explained(organisation, "100", null);
        screen.signIn(organisation, "manager");

        var dialog = new ExplanationDialog("Acme", explanation);
        dialog.open();

        var rows = find(ListItem.class).all();
        assertThat(rows).hasSize(37);
        assertThat(text(rows.getFirst())).contains("Row 10", "won: churn, absent", "✓ status ABSENT");
        assertThat(text(rows.get(1))).contains("Row 1", "does not hold", "✗ grain LINE – it is ACCOUNT");
        assertThat(dialog.getHeaderTitle()).isEqualTo("Why Acme has its class");
        assertThat(find(Span.class).all()).extracting(Span::getText).anyMatch(said -> said.startsWith("✓ opening > 0"));
    }

    private Explanation explained(GivenOrganisation organisation, String opening, @Nullable String closing) {
        var book = books.open(organisation, "2026-10").account("Acme", opening, closing);
        organisation.asSystem(() -> movements.classify(book.close(), 0, 1));
        return organisation.as("manager", () -> explanations.of(book.close(), "Acme", ""));
    }

    private static String text(ListItem item) {
        return text(item.getElement());
    }

    private static String text(Element element) {
        return element.isTextNode()
                ? element.getText()
                : String.join(
                        " ",
                        element.getChildren().map(ExplanationDialogTest::text).toList());
    }
}
