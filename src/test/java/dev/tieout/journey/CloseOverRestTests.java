package dev.tieout.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A new organisation closes its first three periods in a row, over REST alone. The tests tell one story in order. */
@JourneyTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CloseOverRestTests {

    @LocalServerPort
    private int port;

    private Caller analyst = new Caller(0, "");
    private Caller approver = analyst;
    private Caller controller = analyst;
    private Caller controller2 = analyst;

    @BeforeAll
    void aNewOrganisation() {
        var created = new Caller(port, "operator").post("/organisations", "{\"id\":\"initech\",\"name\":\"Initech\"}");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        analyst = new Caller(port, "initech-analyst");
        approver = new Caller(port, "initech-approver");
        controller = new Caller(port, "initech-controller");
        controller2 = new Caller(port, "initech-controller2");
    }

    @Test
    @Order(1)
    void the_first_period_closes_to_final_with_the_numbers_of_the_example() {
        openWith("2026-01", "0.00", true);
        approve("2026-01");
        signOff("2026-01");
        analyst.await("2026-01", "FINAL");

        String report =
                analyst.get("/closes/2026-01/report?view=arr&slice=segment").body();

        assertThat(JsonPath.<String>read(report, "$.nrr")).isEqualTo("1.100000");
        assertThat(JsonPath.<String>read(report, "$.grr")).isEqualTo("0.950000");
        assertThat(JsonPath.<String>read(report, "$.opening")).isEqualTo("1000000.00");
        assertThat(JsonPath.<String>read(report, "$.expansion")).isEqualTo("150000.00");
        assertThat(JsonPath.<String>read(report, "$.contraction")).isEqualTo("25000.00");
        assertThat(JsonPath.<String>read(report, "$.churn")).isEqualTo("25000.00");
        assertThat(JsonPath.<String>read(report, "$.logoRetention")).isEqualTo("0.900000");
        List<Map<String, Object>> slices = JsonPath.read(report, "$.slices");
        assertThat(slices)
                .hasSize(5)
                .allSatisfy(slice ->
                        assertThat(slice).containsEntry("nrr", "1.100000").containsEntry("grr", "0.950000"));
    }

    @Test
    @Order(2)
    void one_wrong_ledger_amount_makes_the_second_period_provisional_until_it_is_explained() {
        openWith("2026-02", "-120.00", false);
        approve("2026-02");
        analyst.await("2026-02", "PROVISIONAL");
        long task = controller.awaitTask("2026-02", "resolve-variances");

        String report = analyst.get("/closes/2026-02/report").body();
        assertThat(JsonPath.<String>read(report, "$.status")).isEqualTo("PROVISIONAL");
        assertThat(JsonPath.<String>read(report, "$.openVariance")).isEqualTo("120.00");
        List<String> range = JsonPath.read(report, "$.nrrRange");
        assertThat(range.getFirst()).isLessThan(JsonPath.<String>read(report, "$.nrr"));

        int variance = controller.read("/closes/2026-02/variances", "$.items[0].id");
        var explained = controller.post(
                "/variances/" + variance + "/explain",
                "{\"cause\":\"POSTING\",\"comment\":\"Booked to another account\"}");
        assertThat(explained.statusCode()).as(explained.body()).isEqualTo(200);
        assertThat(controller.post("/variances/" + variance + "/approve", "{}").statusCode())
                .isEqualTo(403);
        assertThat(controller2.post("/variances/" + variance + "/approve", "{}").statusCode())
                .isEqualTo(200);
        controller.complete(task, "done", "Explained");
        signOff("2026-02");
        analyst.await("2026-02", "FINAL");

        assertThat(analyst.<Integer>read("/closes/2026-02/report", "$.version")).isEqualTo(2);
        assertThat(analyst.<String>read("/closes/2026-02/report", "$.nrr")).isEqualTo("1.000000");
    }

    @Test
    @Order(3)
    void or_until_it_is_replaced() {
        openWith("2026-03", "77.00", false);
        approve("2026-03");
        analyst.await("2026-03", "PROVISIONAL");
        controller.awaitTask("2026-03", "resolve-variances");

        int ledger = analyst.<List<Integer>>read("/closes/2026-03", "$.sources[?(@.kind=='ledger')].id")
                .getFirst();
        var replaced = analyst.upload("/sources/" + ledger + "/replace", HundredAccounts.ledger("2026-03", "0.00"));
        assertThat(replaced.statusCode()).as(replaced.body()).isIn(200, 201);
        controller.complete(controller.awaitTask("2026-03", "resolve-variances"), "done", "Ledger exported again");
        signOff("2026-03");
        analyst.await("2026-03", "FINAL");

        assertThat(analyst.<Integer>read("/closes/2026-03", "$.openVariances")).isZero();
    }

    @Test
    @Order(4)
    void the_trail_of_it_all_is_whole() {
        assertThat(analyst.<Boolean>read("/audit/verify", "$.intact")).isTrue();
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
        assertThat(JsonPath.<Integer>read(receipt.body(), "$.rejected"))
                .as(receipt.body())
                .isZero();
    }

    private void approve(String period) {
        approver.complete(approver.awaitTask(period, "approve-classification"), "approve", "Reviewed");
    }

    private void signOff(String period) {
        controller.complete(controller.awaitTask(period, "sign-off"), "approve", "Ties out");
    }
}
