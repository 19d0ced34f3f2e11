package dev.tieout.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleDrafts;
import dev.tieout.rules.RuleTables;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** An analyst writes a rule table in a real browser, as in a spreadsheet. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Given.class)
class RulesInTheBrowserTests {

    private static final ContainsTextOptions SOON = new ContainsTextOptions().setTimeout(20_000);

    @LocalServerPort
    private int port;

    @Autowired
    Given given;

    @Autowired
    RuleDrafts drafts;

    private Browsing browsing;
    private Page page;
    private GivenOrganisation ours;

    @BeforeEach
    void aDraftIsOpen() {
        ours = given.organisation();
        ours.as(
                "analyst",
                () -> drafts.begin(
                        new PinnedTable(RuleTables.MOVEMENT_CLASSIFICATION, 1), "Reviewed for the new year"));
        browsing = new Browsing(port);
        page = browsing.as(ours.login("analyst"));
        page.setViewportSize(1440, 900);
        browsing.open(page, "rules/write/movement-classification/2");
        assertThat(page.locator("#analysis")).containsText("Nothing stands against submitting it", SOON);
    }

    @AfterEach
    void done() {
        browsing.close();
    }

    @Test
    void cells_are_walked_written_refused_while_typing_and_taken_back_by_keyboard() {
        cell(1, 0).click();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        page.keyboard().type("System.exit(0)");
        assertThat(page.locator("tieout-rule-grid .help")).containsText("write a comparison such as", SOON);
        page.keyboard().press("Enter");
        assertThat(page.locator("#analysis")).containsText("Cells to mend", SOON);

        page.keyboard().press("Control+z");

        assertThat(page.locator("#analysis")).containsText("Nothing stands against submitting it", SOON);
        assertThat(cell(1, 2)).hasText("== 0");
    }

    @Test
    void a_block_from_a_spreadsheet_is_pasted_and_a_row_that_never_decides_is_found_and_jumped_to() {
        cell(37, 0).click();
        page.keyboard().press("Control+d");
        assertThat(page.locator("#analysis")).containsText("row 37 above it takes all that it asks for", SOON);
        page.locator("#analysis button")
                .filter(new Locator.FilterOptions().setHasText("Row 38"))
                .click();
        assertThat(cell(38, 0)).isFocused();
        paste("Large falls\tACCOUNT\t> 0\t> 0\t<= -1000");

        assertThat(cell(38, 0)).hasText("Large falls");
        assertThat(cell(38, 4)).hasText("<= -1000");
        page.keyboard().press("Alt+ArrowUp");
        assertThat(cell(37, 0)).hasText("Large falls");
        assertThat(page.locator("#analysis")).containsText("Nothing stands against submitting it", SOON);
        Assertions.assertThat(ours.as(
                                "analyst", () -> drafts.draft(new PinnedTable(RuleTables.MOVEMENT_CLASSIFICATION, 2)))
                        .rows()
                        .get(36)
                        .description())
                .isEqualTo("Large falls");
    }

    @Test
    void both_pages_are_for_everyone() {
        Assertions.assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        browsing.open(page, "rules");
        assertThat(page.locator("#version-actions")).containsText("Go on writing", SOON);
        Assertions.assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }

    private Locator cell(int row, int column) {
        return page.locator("tieout-rule-grid tbody tr:nth-child(" + row + ") td:nth-child(" + (column + 2) + ")");
    }

    private void paste(String text) {
        page.evaluate("""
                text => {
                    const data = new DataTransfer();
                    data.setData('text/plain', text);
                    document.querySelector('tieout-rule-grid').shadowRoot.activeElement.dispatchEvent(
                        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, composed: true, cancelable: true }));
                }""", text);
    }
}
