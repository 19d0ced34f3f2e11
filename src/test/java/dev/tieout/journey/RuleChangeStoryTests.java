package dev.tieout.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * An analyst changes a rule: adds a row, sees a gap and an overlap named, mends them and submits; the back-test names the accounts; another
 * person approves; the next period uses it and the previous one does not. Over REST alone, one story in order.
 */
@JourneyTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RuleChangeStoryTests {

    private static final String TABLE = "/rules/movement-classification/versions";
    private static final String SUBJECT = "rule/movement-classification/2";
    private static final String CHURN_OF_PAUSES = "Paused; the policy counts a pause as churn";
    private static final String SMALL_PAUSES = "A small customer who pauses stays with us";

    @LocalServerPort
    private int port;

    private Caller analyst = new Caller(0, "");
    private Caller approver = analyst;
    private Caller controller = analyst;
    private String shipped = "";

    @BeforeAll
    void aNewOrganisation() {
        var created =
                new Caller(port, "operator").post("/organisations", "{\"id\":\"vandelay\",\"name\":\"Vandelay\"}");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        analyst = new Caller(port, "vandelay-analyst");
        approver = new Caller(port, "vandelay-approver");
        controller = new Caller(port, "vandelay-controller");
    }

    @Test
    @Order(1)
    void a_month_is_closed_by_the_shipped_rules() {
        var opened = analyst.post("/closes", "{\"period\":\"2026-01\"}");
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        var opening = snapshot(
                "2026-01", "A1 100 active", "A2 200 active", "A3 1000 active", "A4 500 active", "A5 300 active");
        receive("2026-01", "opening", "generic-snapshot", opening);
        close("2026-01", "A1 100 paused", "A2 200 active", "A3 1000 active", "A4 500 active", "A5 300 paused");

        assertThat(classOf("2026-01", "A1")).isEqualTo("CHURN");
        assertThat(analyst.<String>read("/closes/2026-01/report", "$.churn")).isEqualTo("400.00");
    }

    @Test
    @Order(2)
    void an_analyst_adds_a_row_sees_a_gap_and_an_overlap_named_and_mends_them() {
        shipped = analyst.csv(TABLE + "/1");
        var drafted = analyst.upload(
                TABLE + "?comment=Small%20customers%20who%20pause%20come%20back", rows("[100..250)", "> 200"));
        assertThat(drafted.statusCode()).as(drafted.body()).isEqualTo(201);
        assertThat(JsonPath.<String>read(drafted.body(), "$.version.effectiveFrom"))
                .isEqualTo("2026-02");
        assertThat(gapsOfPauses(drafted.body()))
                .extracting(row -> row.get("opening"))
                .contains("[0.0001..99.9999]");
        assertThat(rowsThatWinOverLargePauses(drafted.body())).contains(12);

        var mended = analyst.put(TABLE + "/2", rows("(0..250)", ">= 250"));

        assertThat(mended.statusCode()).as(mended.body()).isEqualTo(200);
        assertThat(gapsOfPauses(mended.body())).isEmpty();
        assertThat(rowsThatWinOverLargePauses(mended.body())).doesNotContain(12);
        assertThat(JsonPath.<Boolean>read(mended.body(), "$.analysis.submittable"))
                .isTrue();
    }

    @Test
    @Order(3)
    void a_change_of_the_final_month_is_refused_with_the_way_to_a_correction() {
        var refused = analyst.upload(TABLE + "?effectiveFrom=2026-01", rows("(0..250)", ">= 250"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("2026-01 is final and keeps the rules that it was closed by")
                .contains("raise a correction of 2026-01")
                .contains("/closes/2026-01/correct");
    }

    @Test
    @Order(4)
    void submitted_it_is_tried_on_the_closed_month_and_the_back_test_names_the_account() {
        var submitted = analyst.post(TABLE + "/2/submit", "");
        assertThat(submitted.statusCode()).as(submitted.body()).isEqualTo(200);
        approver.awaitTaskAbout(SUBJECT, "approve-rule-version");
        assertThat(approver.<String>read(TABLE + "/2/back-test", "$.state")).isEqualTo("DONE");
        assertThat(approver.<List<String>>read(TABLE + "/2/back-test", "$.periods[*].period"))
                .containsExactly("2026-01");
        assertThat(approver.<List<String>>read(TABLE + "/2/back-test/accounts", "$.items[*].account"))
                .containsExactly("A1");
        assertThat(approver.<String>read(TABLE + "/2/back-test", "$.transitions[0].from"))
                .isEqualTo("CHURN");
        assertThat(approver.<String>read(TABLE + "/2/back-test", "$.transitions[0].to"))
                .isEqualTo("CONTRACTION");
        assertThat(approver.<String>read(TABLE + "/2/back-test", "$.transitions[0].amount"))
                .isEqualTo("100.00");
    }

    @Test
    @Order(5)
    void another_person_approves_it_in_its_task() {
        long task = approver.awaitTaskAbout(SUBJECT, "approve-rule-version");
        assertThat(analyst.post("/tasks/" + task + "/complete", "{\"decision\":\"approve\"}")
                        .statusCode())
                .isEqualTo(403);
        approver.complete(task, "approve", "Agreed with finance");
        assertThat(analyst.<String>read(TABLE + "/2", "$.version.state")).isEqualTo("APPROVED");
        assertThat(analyst.<String>read(TABLE + "/2", "$.version.decidedBy")).isEqualTo("vandelay-approver");
    }

    @Test
    @Order(6)
    void the_next_month_uses_it_and_the_closed_one_does_not() {
        assertThat(analyst.post("/closes", "{\"period\":\"2026-02\"}").statusCode())
                .isEqualTo(201);
        close("2026-02", "A2 200 paused", "A3 1000 paused", "A4 500 active");

        assertThat(classOf("2026-02", "A2")).isEqualTo("CONTRACTION");
        assertThat(classOf("2026-02", "A3")).isEqualTo("CHURN");
        assertThat(rulesOf("2026-02")).isEqualTo(2);
        assertThat(classOf("2026-01", "A1")).isEqualTo("CHURN");
        assertThat(rulesOf("2026-01")).isEqualTo(1);
        assertThat(analyst.<Boolean>read("/audit/verify", "$.intact")).isTrue();
    }

    /** The shipped rows with one more before the one that calls pauses churn. */
    private byte[] rows(String smallOpening, String largeOpening) {
        var lines = shipped.lines().collect(Collectors.toList());
        int at = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith(CHURN_OF_PAUSES))
                .findFirst()
                .orElseThrow());
        var large = lines.get(at);
        lines.set(at, large.replaceFirst("> 0", largeOpening));
        lines.add(
                at,
                large.replaceFirst(CHURN_OF_PAUSES, SMALL_PAUSES)
                        .replaceFirst("> 0", smallOpening)
                        .replaceFirst("CHURN,PAUSED", "CONTRACTION,PAUSED"));
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    /** The shipped rows leave others open, of what no billing system sends. */
    private static List<Map<String, String>> gapsOfPauses(String draft) {
        return JsonPath.<List<Map<String, String>>>read(draft, "$.analysis.gaps[*].proposed").stream()
                .filter(row -> row.getOrDefault("status", "").contains("PAUSED"))
                .filter(row -> row.getOrDefault("pause policy", "CHURN").contains("CHURN"))
                .toList();
    }

    /** The rows above it that overlap with row 13, which calls pauses churn. */
    private static List<Integer> rowsThatWinOverLargePauses(String draft) {
        return JsonPath.read(draft, "$.analysis.overlaps[?(@.row == 13)].by[*]");
    }

    private String classOf(String period, String account) {
        return analyst.<List<String>>read("/closes/" + period + "/movements?account=" + account, "$.items[*].class")
                .getFirst();
    }

    private int rulesOf(String period) {
        return analyst.read("/closes/" + period, "$.rules.movement-classification");
    }

    /** Brings billing and a ledger that agrees with it, and closes. */
    private void close(String period, String... accounts) {
        receive(period, "billing", "generic-snapshot", snapshot(period, accounts));
        receive(period, "ledger", "generic-ledger", ledger(period, accounts));
        var complete = analyst.post("/closes/" + period + "/sources/complete", "");
        assertThat(complete.statusCode()).as(complete.body()).isEqualTo(200);
        approver.complete(approver.awaitTask(period, "approve-classification"), "approve", "Reviewed");
        controller.complete(controller.awaitTask(period, "sign-off"), "approve", "Ties out");
        analyst.await(period, "FINAL");
    }

    private void receive(String period, String kind, String profile, String csv) {
        var receipt = analyst.upload(
                "/closes/" + period + "/sources?kind=" + kind + "&profile=" + profile,
                csv.getBytes(StandardCharsets.UTF_8));
        assertThat(receipt.statusCode()).as(receipt.body()).isEqualTo(201);
    }

    private static String snapshot(String period, String... accounts) {
        return Arrays.stream(accounts)
                .map(account -> account.split(" "))
                .map(account ->
                        "%s,s-%s,Core,%s,%s,USD,%s\n".formatted(account[0], account[0], period, account[1], account[2]))
                .collect(Collectors.joining("", "account_id,subscription_id,product,period,mrr,currency,status\n", ""));
    }

    /** Nothing is posted for who pauses. */
    private static String ledger(String period, String... accounts) {
        return Arrays.stream(accounts)
                .map(account -> account.split(" "))
                .filter(account -> account[2].equals("active"))
                .map(account ->
                        "e-%s-%s,%s,%s-15,%s,USD,4000\n".formatted(period, account[0], account[0], period, account[1]))
                .collect(Collectors.joining("", "entry_id,account_id,posted_at,amount,currency,gl_account\n", ""));
    }
}
