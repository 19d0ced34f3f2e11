package dev.tieout.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The tour of the README in a real browser: the demo's waiting month is approved, signed off and final; the next month is provisional for
 * one wrong ledger amount. The tests tell one story in order.
 */
@JourneyTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CloseInTheBrowserTests {

    private static final ContainsTextOptions SOON = new ContainsTextOptions().setTimeout(60_000);

    @LocalServerPort
    private int port;

    private Browsing browsing;

    @BeforeAll
    void theDemoIsThere() {
        new Caller(port, "manager").await("2026-10", "IN_REVIEW");
        browsing = new Browsing(port);
    }

    @AfterAll
    void done() {
        browsing.close();
    }

    @Test
    @Order(1)
    void an_analyst_who_imported_is_told_why_they_cannot_approve_and_sees_no_button() {
        var page = browsing.as("analyst");
        openTask(page, "approve-classification");

        assertThat(page.locator("#why-not")).isVisible();
        assertThat(page.locator("#approve")).hasCount(0);
        page.context().close();
    }

    @Test
    @Order(2)
    void the_approver_looks_at_the_movements_and_approves() {
        var page = browsing.as("approver");
        openTask(page, "approve-classification");

        page.locator("#movements vaadin-grid-cell-content", new Page.LocatorOptions().setHasText("A-10"))
                .first()
                .click();
        assertThat(page.locator("#movement-detail")).containsText("Movement classification, version 1", SOON);
        page.locator("#claim").click();
        page.locator("#comment textarea").fill("Looked at the flagged ones");
        page.locator("#approve").click();
        page.locator("#approve").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        page.context().close();
    }

    @Test
    @Order(3)
    void the_controller_signs_off_and_the_month_is_final() {
        new Caller(port, "controller").awaitTask("2026-10", "sign-off");
        var page = browsing.as("controller");
        openTask(page, "sign-off");

        page.locator("#claim").click();
        page.locator("#approve").click();
        new Caller(port, "manager").await("2026-10", "FINAL");
        browsing.open(page, "closes/2026-10");
        assertThat(page.locator("main")).containsText("Final", SOON);
        assertThat(page.locator("main")).containsText("NRR");
        page.context().close();
    }

    @Test
    @Order(4)
    void the_next_month_is_provisional_for_one_wrong_ledger_amount() {
        var page = browsing.as("analyst");
        browsing.open(page, "closes");
        page.locator("#open-period").click();
        var analyst = new Caller(port, "analyst");
        analyst.awaitTask("2026-11", "provide-sources");
        openTask(page, "provide-sources", "2026-11");

        upload(page, "billing", "account_id,period,mrr,currency,status\nA-1001,2026-11,500.00,USD,active\n");
        upload(
                page,
                "ledger",
                "entry_id,account_id,posted_at,amount,currency,gl_account\nn-1,A-1001,2026-11-15,480.00,USD,4000\n");
        page.locator("#complete-sources").click();
        openTask(page, "resolve-import", "2026-11");
        assertThat(page.locator("main")).containsText("Was the whole book exported?", SOON);
        analyst.complete(analyst.awaitTask("2026-11", "resolve-import"), "done", "It was: all others left");
        var approver = new Caller(port, "approver");
        approver.complete(
                approver.awaitTask("2026-11", "approve-classification"), "approve", "A month with one customer");
        analyst.await("2026-11", "PROVISIONAL");

        browsing.open(page, "closes/2026-11");
        assertThat(page.locator("main")).containsText("Provisional", SOON);
        page.context().close();
    }

    @Test
    @Order(5)
    void the_pages_have_no_accessibility_findings() {
        var page = browsing.as("manager");
        for (var route : List.of("", "closes", "closes/2026-10", "report/2026-09", "rules", "audit")) {
            browsing.open(page, route);
            page.locator("main").waitFor();
            page.waitForTimeout(500);
            Assertions.assertThat(findings(page))
                    .as("axe findings on /" + route)
                    .isEmpty();
        }
        page.context().close();
    }

    /**
     * What axe finds, less what stands inside Vaadin's own components and cannot be set right from here: the connection indicator, which
     * is no landmark's, and the scroll area between a tab list and its tabs.
     */
    private static List<String> findings(Page page) {
        return new AxeBuilder(page)
                .exclude("vaadin-connection-indicator").analyze().getViolations().stream()
                        .filter(rule -> !(rule.getId().equals("aria-required-children")
                                && rule.getNodes().stream()
                                        .allMatch(node ->
                                                node.getTarget().toString().contains("vaadin-tabs"))))
                        .map(rule -> rule.getId() + ": " + rule.getNodes())
                        .toList();
    }

    private void openTask(Page page, String kind) {
        openTask(page, kind, "2026-10");
    }

    private void openTask(Page page, String kind, String period) {
        browsing.open(page, "task/" + new Caller(port, "manager").awaitTask(period, kind));
        page.locator("#decision-bar").waitFor();
    }

    /** Hands a file to the upload of a kind and waits for its receipt. */
    private static void upload(Page page, String kind, String csv) {
        page.locator("#upload-" + kind + " input[type=file]")
                .setInputFiles(new FilePayload(kind + ".csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        assertThat(page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Receipts")))
                .containsText(kind + ".csv", SOON);
    }
}
