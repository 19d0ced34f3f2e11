package dev.tieout.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A period on its way from provisional to final to restated, and the month after it, over REST alone. One story in order. */
@JourneyTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CorrectionOverRestTests {

    /** A020 expands to 1875 in the example; a credit note of 100 was missed. */
    private static final String NOTE = """
            {"comment": "Credit note 4711 was missed", "policyClause": "5.2",
             "changes": [{"kind": "billed-line", "account": "A020", "subscription": "s-20", "product": "Core", "mrr": "1775.00",
                          "currency": "USD", "status": "active"}]}
            """;

    @LocalServerPort
    private int port;

    private Caller analyst = new Caller(0, "");
    private Caller approver = analyst;
    private Caller controller = analyst;
    private Caller controller2 = analyst;

    @BeforeAll
    void aNewOrganisation() {
        var created = new Caller(port, "operator").post("/organisations", "{\"id\":\"hooli\",\"name\":\"Hooli\"}");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        analyst = new Caller(port, "hooli-analyst");
        approver = new Caller(port, "hooli-approver");
        controller = new Caller(port, "hooli-controller");
        controller2 = new Caller(port, "hooli-controller2");
    }

    @Test
    @Order(1)
    void a_provisional_month_becomes_final_and_the_next_one_too() {
        openWith("2026-01", "-120.00", true);
        approve("2026-01");
        analyst.await("2026-01", "PROVISIONAL");
        var refused = analyst.post("/closes/2026-01/corrections", NOTE);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("is not final yet");
        long task = controller.awaitTask("2026-01", "resolve-variances");
        int variance = controller.read("/closes/2026-01/variances", "$.items[0].id");
        controller.post("/variances/" + variance + "/explain", "{\"cause\":\"POSTING\",\"comment\":\"Elsewhere\"}");
        controller2.post("/variances/" + variance + "/approve", "{}");
        controller.complete(task, "done", "Explained");
        signOff("2026-01");
        analyst.await("2026-01", "FINAL");

        openWith("2026-02", "0.00", false);
        approve("2026-02");
        signOff("2026-02");
        analyst.await("2026-02", "FINAL");
    }

    @Test
    @Order(2)
    void a_faulty_note_is_refused_with_every_fault() {
        var refused = analyst.post("/closes/2026-02/corrections", """
                {"comment": " ", "changes": [
                  {"kind": "opening-line", "account": "A020", "mrr": "1", "currency": "USD", "status": "active"},
                  {"kind": "ledger-posting", "entryId": "x", "account": "A020", "postedOn": "2026-03-01", "amount": "1",
                   "currency": "USD"}]}
                """);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("Say in a comment")
                .contains("2026-02 opens with what 2026-01 closed with; correct 2026-01.")
                .contains("2026-03-01 is not in 2026-02.");
        assertThat(analyst.post("/closes/2026-02/corrections", "{\"comment\":\"x\",\"changes\":[null, {}]}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(new Caller(port, "hooli-manager")
                        .post("/closes/2026-01/corrections", NOTE)
                        .statusCode())
                .isEqualTo(403);
        assertThat(analyst.get("/corrections/999999").statusCode()).isEqualTo(404);
    }

    @Test
    @Order(3)
    void an_approved_note_restates_the_month_and_the_one_after_it_in_order() {
        var raised = controller.post("/closes/2026-01/corrections", NOTE);
        assertThat(raised.statusCode()).as(raised.body()).isEqualTo(201);
        int id = JsonPath.read(raised.body(), "$.id");
        assertThat(analyst.post("/closes/2026-01/corrections", NOTE).statusCode())
                .isEqualTo(409);

        long task = controller.awaitTask("2026-01", "approve-correction");
        assertThat(analyst.<List<String>>read("/corrections/" + id, "$.impact[*].period"))
                .containsExactly("2026-01", "2026-02");
        assertThat(analyst.<String>read("/corrections/" + id, "$.impact[0].variances[0].amount"))
                .isEqualTo("100.00");
        var own = controller.post("/tasks/" + task + "/complete", "{\"decision\":\"approve\"}");
        assertThat(own.statusCode()).as(own.body()).isEqualTo(403);
        controller2.complete(task, "approve", "Seen the credit note");
        awaitVersion("2026-02", 2);

        assertThat(analyst.<List<String>>read("/closes/2026-01/publications", "$.items[*].status"))
                .containsExactly("PROVISIONAL", "FINAL", "RESTATED");
        assertThat(analyst.<List<String>>read("/closes/2026-02/publications", "$.items[*].status"))
                .containsExactly("FINAL", "RESTATED");
        assertThat(analyst.<String>read("/corrections/" + id, "$.state")).isEqualTo("APPLIED");
        assertThat(analyst.<String>read("/closes/2026-01/report?view=arr", "$.expansion"))
                .isEqualTo("148800.00");
        assertThat(analyst.<String>read("/closes/2026-01/report?view=arr&version=2", "$.expansion"))
                .isEqualTo("150000.00");
        assertThat(analyst.<String>read("/closes/2026-02/report?version=2", "$.opening"))
                .isEqualTo(analyst.<String>read("/closes/2026-01/report?version=3", "$.closing"));
        assertThat(analyst.<String>read("/closes/2026-01/report", "$.stamps.corrections[0].approvedBy"))
                .isEqualTo("hooli-controller2");
    }

    @Test
    @Order(4)
    void all_three_versions_have_their_evidence_and_the_trail_is_whole() {
        for (int version = 1; version <= 3; version++) {
            assertThat(analyst.get("/closes/2026-01/evidence?version=" + version)
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(analyst.<Boolean>read("/audit/verify", "$.intact")).isTrue();
    }

    private void awaitVersion(String period, int version) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> analyst.<Integer>read("/closes/" + period + "/report", "$.version") == version);
    }

    private void openWith(String period, String off, boolean first) {
        var opened = analyst.post("/closes", "{\"period\":\"" + period + "\"}");
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        if (first) {
            receive(period, "opening", "generic-snapshot", HundredAccounts.opening(period));
            receive(period, "accounts", "generic-accounts", HundredAccounts.accounts());
        }
        receive(period, "billing", "generic-snapshot", HundredAccounts.billing(period));
        receive(period, "ledger", "generic-ledger", HundredAccounts.ledger(period, off));
        var complete = analyst.post("/closes/" + period + "/sources/complete", "");
        assertThat(complete.statusCode()).as(complete.body()).isEqualTo(200);
    }

    private void receive(String period, String kind, String profile, byte[] csv) {
        var receipt = analyst.upload("/closes/" + period + "/sources?kind=" + kind + "&profile=" + profile, csv);
        assertThat(receipt.statusCode()).as(receipt.body()).isEqualTo(201);
    }

    private void approve(String period) {
        approver.complete(approver.awaitTask(period, "approve-classification"), "approve", "Reviewed");
    }

    private void signOff(String period) {
        controller.complete(controller.awaitTask(period, "sign-off"), "approve", "Ties out");
    }
}
