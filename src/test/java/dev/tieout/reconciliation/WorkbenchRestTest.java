package dev.tieout.reconciliation;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.closing.Closes;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The workbench as scripts see it, on one account whose ledger says 90 where billing says 100. */
@DatabaseTest
class WorkbenchRestTest {

    private static final String CLOSE = "/api/v1/closes/2026-10";

    @Autowired
    Given given;

    @Autowired
    Closes closes;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    MockMvc http;

    GivenOrganisation organisation;
    long variance;

    @BeforeEach
    void open() {
        organisation = given.organisation();
        var close = TiedClose.of(organisation, jdbc, new TransactionTemplate(transactions), closes);
        close.account("a1", "100", "100").account("a2", "50", "50").ledgerSays("a1", "90");
        organisation.asSystem(() -> reconciliation.reconcile(close.id()));
        variance = close.value("select id from variance where close_id = :close", Long.class);
    }

    private ResultActions ask(String person, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return http.perform(request.with(httpBasic(organisation.login(person), GivenOrganisation.PASSWORD)));
    }

    private ResultActions bulk(String person, String body) throws Exception {
        return ask(
                person,
                post(CLOSE + "/variances/bulk")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body));
    }

    @Test
    void the_legs_by_account_in_total_and_by_gl_account() throws Exception {
        ask("manager", get(CLOSE + "/tie-out/accounts?limit=1"))
                .andExpect(content().json("""
                {"items": [{"account": "a1", "billing": "100.00", "ledger": "90.00", "retained": "100.00", "billingLessLedger": "10.00",
                            "ledgerLessRetained": "-10.00", "tolerance": "0.01", "standing": "DIFFERS", "state": "OPEN"}],
                 "next": "a1"}
                """));
        ask("manager", get(CLOSE + "/tie-out/accounts?cursor=a1"))
                .andExpect(content().json("{\"items\": [{\"account\": \"a2\", \"standing\": \"EQUAL\"}]}"));
        ask("manager", get(CLOSE + "/tie-out/accounts?filter=some"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type", containsString("no-such-filter")));
        ask("manager", get(CLOSE + "/tie-out"))
                .andExpect(content()
                        .json("{\"toleranceAbsolute\": \"0.01\", \"comparedRevision\": 0, \"current\": true}"));
        ask("manager", get(CLOSE + "/tie-out/gl-accounts"))
                .andExpect(content()
                        .json("{\"items\": [{\"glAccount\": null, \"amount\": \"140.00\", \"postings\": 2}]}"));
        ask("manager", get(CLOSE + "/tie-out/roll-forward"))
                .andExpect(
                        content()
                                .json(
                                        "{\"previous\": null, \"beginning\": \"150.00\", \"ending\": \"150.00\", \"ties\": true}"));
    }

    @Test
    void evidence_and_aging() throws Exception {
        ask("manager", get("/api/v1/variances/" + variance + "/evidence"))
                .andExpect(jsonPath("$.facts[0].sentence").value("The account stands in all three legs."));
        ask("manager", get(CLOSE + "/variances/aging")).andExpect(content().json("""
                {"items": [{"fromDays": 0, "toDays": 2, "count": 1, "amount": "10.00"}, {"fromDays": 3}, {"fromDays": 8},
                           {"fromDays": 31, "toDays": null}], "overdue": 0}
                """));
        ask("manager", get(CLOSE + "/variances?state=EXPLAINED"))
                .andExpect(jsonPath("$.items").isEmpty());
        ask("manager", get(CLOSE + "/variances?state=OPEN&cause=UNKNOWN&owner=-"))
                .andExpect(jsonPath("$.items[0].id").value(variance));
    }

    @Test
    void one_step_with_many() throws Exception {
        bulk("controller", "{\"action\": \"explain\", \"filter\": {\"cause\": \"UNKNOWN\"}, \"comment\": \"Rounding\"}")
                .andExpect(content().json("{\"done\": 1, \"refused\": []}"));
        bulk("controller", "{\"action\": \"approve\", \"ids\": [" + variance + "]}")
                .andExpect(content().json("{\"done\": 0, \"refusedInAll\": 1, \"refused\": [{\"account\": \"a1\"}]}"));
        bulk("controller", "{\"action\": \"approve\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type", containsString("selection-required")));
        bulk("manager", "{\"action\": \"approve\", \"filter\": {}}").andExpect(status().isForbidden());
    }

    @Test
    void comments_and_files_that_are_saved_and_never_shown_in_place() throws Exception {
        var address = "/api/v1/variances/" + variance;
        ask(
                        "analyst",
                        post(address + "/comments")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"text\": \"Asked\"}"))
                .andExpect(status().isCreated());
        ask("manager", get(address + "/comments"))
                .andExpect(jsonPath("$.items[0].text").value("Asked"));
        var file = new MockMultipartFile("file", "päper.csv", "text/html", "a,b".getBytes(StandardCharsets.UTF_8));
        ask("analyst", multipart(address + "/attachments").file(file))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.type").value("text/csv"));
        var attachments = ask("manager", get(address + "/attachments"));
        attachments.andExpect(jsonPath("$.items[0].bytes").value(3));
        var body = attachments.andReturn().getResponse().getContentAsString();
        var id = body.replaceAll("(?s).*?\"id\":(\\d+).*", "$1");
        ask("manager", get(address + "/attachments/" + id))
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(content().string("a,b"));
        var page = new MockMultipartFile("file", "page.html", "text/html", "<b>".getBytes(StandardCharsets.UTF_8));
        ask("analyst", multipart(address + "/attachments").file(page)).andExpect(status().isBadRequest());
    }
}
