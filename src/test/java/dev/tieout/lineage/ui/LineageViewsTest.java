package dev.tieout.lineage.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.QueryParameters;
import dev.tieout.DatabaseTest;
import dev.tieout.OnScreen;
import dev.tieout.evidence.OctoberBook;
import dev.tieout.lineage.FigurePart;
import dev.tieout.publication.Publication.Status;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** From the report to the line of a file on screen. */
@DatabaseTest
@Import(OctoberBook.class)
class LineageViewsTest extends SpringBrowserlessTest {

    @Autowired
    OctoberBook october;

    @Autowired
    OnScreen screen;

    @BeforeEach
    void a_published_version() {
        var book = october.classified();
        book.sign();
        book.publish(Status.PROVISIONAL);
        screen.signIn(book.organisation(), "manager");
    }

    @AfterEach
    void signOut() {
        screen.signOut();
    }

    private static void go(String page, Map<String, String> query) {
        UI.getCurrent().navigate(page, QueryParameters.simple(query));
    }

    private String shown() {
        return getCurrentView().getElement().getTextRecursively();
    }

    @Test
    void a_figure_of_the_report_leads_to_the_movements_that_come_to_it() {
        go("report/2026-10", Map.of("slice", "segment"));
        assertThat(findInView(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains(
                        "figures/2026-10?line=expansion&version=1",
                        "figures/2026-10?line=churn&version=1&slice=segment&value=small");
    }

    @Test
    @SuppressWarnings("unchecked")
    void the_page_of_a_figure_says_that_its_movements_come_to_it_and_each_leads_on() {
        go("figures/2026-10", Map.of("line", "closing", "version", "1"));
        assertThat(shown()).contains("4 movements come to 570.50 USD MRR: exactly the figure.");
        Grid<FigurePart> grid = findInView(Grid.class).id("figure-movements");
        assertThat(test(grid).size()).isEqualTo(4);
        assertThat(test(grid).getRow(0).account()).isEqualTo("Keep");
    }

    @Test
    void what_takes_off_the_balance_is_below_zero_here_as_on_the_report() {
        go("figures/2026-10", Map.of("line", "churn", "version", "1"));
        assertThat(shown()).contains("1 movement comes to \u221255.00 USD MRR: exactly the figure.");
    }

    @Test
    void the_page_of_a_movement_shows_file_line_hash_and_siblings() {
        go("lineage/2026-10", Map.of("account", "Keep", "version", "1"));
        assertThat(shown())
                .contains(
                        "What it opened with",
                        "What it closed with",
                        "=file.csv",
                        "SHA-256",
                        "held back as a duplicate");
    }
}
