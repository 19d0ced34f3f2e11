package dev.tieout.movements.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import com.jayway.jsonpath.JsonPath;
import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenBook;
import dev.tieout.GivenOrganisation;
import dev.tieout.movements.Movements;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@DatabaseTest
class MovementApiTests {

    private static final String MOVEMENTS = "/api/v1/closes/2026-10/movements";

    @Autowired
    Given given;

    @Autowired
    GivenBook books;

    @Autowired
    Movements movements;

    @Autowired
    MockMvcTester mvc;

    String analyst = "";

    @BeforeEach
    void a_classified_book() {
        GivenOrganisation organisation = given.organisation();
        analyst = organisation.login("analyst");
        var book = books.open(organisation, "2026-10")
                .account("A", "100", "120")
                .account("B", "50", null)
                .account("C", null, "10");
        organisation.asSystem(() -> movements.classify(book.close(), 0, 1));
    }

    @Test
    void a_movement_says_its_amounts_class_decider_and_sources() {
        assertThat(get(MOVEMENTS + "/A")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"account": "A", "line": "", "opening": "100.00", "closing": "120.00", "change": "20.00",
                 "grossUp": "20.00", "grossDown": "0.00", "currency": "USD", "class": "EXPANSION", "reason": "PRICE_UPLIFT",
                 "decidedBy": {"table": "movement-classification", "version": 1}, "excluded": false,
                 "sources": [{"side": "OPENING", "file": "billing.csv", "line": 2, "mrr": "100.00"},
                             {"side": "CLOSING", "file": "billing.csv", "line": 3, "mrr": "120.00"}]}
                """);
    }

    @Test
    void a_movement_is_explained_by_its_facts_and_every_rows_verdict_cell_by_cell() {
        var answer = get(MOVEMENTS + "/A/explanation");

        assertThat(answer).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"decided": 30, "table": {"table": "movement-classification", "version": 1},
                 "fact": {"opening": "100", "closing": "120", "change": "20", "status": "ACTIVE"}}
                """);
        assertThat(answer).bodyJson().extractingPath("$.rows.length()").isEqualTo(37);
        assertThat(answer).bodyJson().extractingPath("$.rows[29].holds").isEqualTo(true);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.rows[27].cells[2]")
                .asMap()
                .containsEntry("holds", false);
        assertThat(get(MOVEMENTS + "/nobody/explanation")).hasStatus(404);
    }

    @Test
    void the_list_is_paged_by_cursor() {
        var first = get(MOVEMENTS + "?limit=2");
        assertThat(first)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[*].account")
                .isEqualTo(List.of("A", "B"));
        String next = JsonPath.read(body(first), "$.next");
        var second = get(MOVEMENTS + "?limit=2&cursor=" + next);
        assertThat(second).bodyJson().extractingPath("$.items[*].account").isEqualTo(List.of("C"));
        assertThat(second).bodyJson().extractingPath("$.next").isNull();
        assertThat(get(MOVEMENTS + "?cursor=nonsense")).hasStatus(400);
    }

    @Test
    void the_list_is_narrowed() {
        assertThat(get(MOVEMENTS + "?class=CHURN&class=NEW"))
                .bodyJson()
                .extractingPath("$.items[*].account")
                .isEqualTo(List.of("B", "C"));
        assertThat(get(MOVEMENTS + "?review=true&account=b&atLeast=50&excluded=false&class="))
                .bodyJson()
                .extractingPath("$.items[*].account")
                .isEqualTo(List.of("B"));
        assertThat(get(MOVEMENTS + "?class=NONSENSE")).hasStatus(400);
    }

    @Test
    void a_movement_is_overridden_and_the_override_undone() {
        assertThat(post(
                        "/C/override",
                        "{\"class\": \"REACTIVATION\", \"reason\": \"RETURNED\", \"comment\": \"Known\"}"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"class": "REACTIVATION", "decidedBy": {"user": "%s", "comment": "Known"}}
                        """.formatted(analyst));
        assertThat(post("/C/override/undo", "{\"comment\": \"Not so\"}"))
                .bodyJson()
                .extractingPath("$.class")
                .isEqualTo("NEW");
        assertThat(post("/C/override", "{\"class\": \"CHURN\", \"reason\": \"CANCELLED\", \"comment\": \"Known\"}"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.type")
                .asString()
                .endsWith("movement-decision-refused");
        assertThat(post("/C/override", "{\"class\": \"REACTIVATION\", \"reason\": \"RETURNED\"}"))
                .hasStatus(400);
    }

    @Test
    void an_account_is_excluded_and_included() {
        assertThat(post("/A/exclude", "{\"reason\": \"Test account\", \"comment\": \"Ours\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.excluded")
                .isEqualTo(true);
        assertThat(post("/A/include", "{\"comment\": \"It counts\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.excluded")
                .isEqualTo(false);
        assertThat(post("/NOBODY/exclude", "{\"reason\": \"Test account\", \"comment\": \"Ours\"}"))
                .hasStatus(404);
    }

    private MvcTestResult get(String uri) {
        return mvc.get()
                .uri(uri)
                .with(httpBasic(analyst, GivenOrganisation.PASSWORD))
                .exchange();
    }

    private MvcTestResult post(String path, String json) {
        return mvc.post()
                .uri(MOVEMENTS + path)
                .with(httpBasic(analyst, GivenOrganisation.PASSWORD))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
