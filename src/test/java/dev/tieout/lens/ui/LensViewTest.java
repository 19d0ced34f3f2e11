package dev.tieout.lens.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.tabs.Tabs;
import dev.tieout.DatabaseTest;
import dev.tieout.OnScreen;
import dev.tieout.evidence.OctoberBook;
import dev.tieout.lens.LensBook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A version by other definitions on screen. */
@DatabaseTest
@Import({OctoberBook.class, LensBook.class})
class LensViewTest extends SpringBrowserlessTest {

    @Autowired
    LensBook books;

    @Autowired
    OnScreen screen;

    @BeforeEach
    void open() {
        var book = books.published(_ -> {});
        books.complete(book);
        screen.signIn(book.organisation(), "manager");
    }

    @AfterEach
    void signOut() {
        screen.signOut();
    }

    @Test
    void each_definition_is_a_column_beside_our_own() {
        navigate("lens/2026-10", LensView.class);

        assertThat(findInView(LensTable.class).single().getElement().getTextRecursively())
                .contains("As published", "ChartMogul", "Chargebee")
                .contains("72.00 %", "80.00 %", "92.00 %", "85.33 %", "66.67 %");
    }

    @Test
    void a_product_says_what_it_defines_what_is_not_followed_and_which_accounts_differ() {
        navigate("lens/2026-10", LensView.class);
        test(findInView(Tabs.class).single()).select("ProfitWell");

        assertThat(findInView(ProductPanel.class).single().getElement().getTextRecursively())
                .contains("A cancelled subscription keeps its MRR to the end of the paid cycle.")
                .contains("What is not followed here")
                .contains("Contraction → Expansion")
                .contains("2 accounts are told otherwise");
    }

    @Test
    void the_page_says_that_it_is_to_read_only_and_offers_no_way_to_publish() {
        navigate("lens/2026-10", LensView.class);

        assertThat(getCurrentView().getElement().getTextRecursively())
                .contains("To read only")
                .contains("None of it can be published");
        assertThat(findInView(Button.class).all()).isEmpty();
    }

    @Test
    void a_report_leads_here() {
        UI.getCurrent().navigate("report/2026-10");

        assertThat(findInView(Anchor.class).id("other-definitions").getHref()).isEqualTo("lens/2026-10?version=1");
    }

    @Test
    void the_rules_page_leads_here_from_the_movement_table() {
        UI.getCurrent().navigate("rules");

        assertThat(findInView(Anchor.class).id("definition-lens").getHref()).isEqualTo("lens/2026-10");
    }
}
