package dev.tieout.backpostings;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.closing.Closes;
import dev.tieout.sources.SourceKind;
import dev.tieout.sources.Sources;
import dev.tieout.terms.Period;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@DatabaseTest
class BackPostingRestTest {

    private static final String CLOSE = "/api/v1/closes/2026-10";
    private static final Period OCTOBER = Period.parse("2026-10");

    @Autowired
    Given given;

    @Autowired
    Closes closes;

    @Autowired
    Sources sources;

    @Autowired
    MockMvc web;

    private RequestPostProcessor analyst;
    private long source;

    @BeforeEach
    void a_close_with_a_late_row() {
        GivenOrganisation ours = given.organisation();
        ours.as("analyst", () -> closes.open(OCTOBER));
        var rows = "account_id,period,mrr,currency,posted_at\nA2,2026-10,70.00,USD,2026-11-02\n";
        source = ours.as(
                        "analyst",
                        () -> sources.receive(
                                OCTOBER,
                                SourceKind.BILLING,
                                "generic-snapshot",
                                "billing.csv",
                                new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8))))
                .id();
        analyst = httpBasic(ours.login("analyst"), GivenOrganisation.PASSWORD);
    }

    @Test
    void late_postings_are_listed_with_the_cell_that_placed_them() throws Exception {
        web.perform(get(CLOSE + "/late-postings").with(analyst))
                .andExpect(status().isOk())
                .andExpect(jsonPath("items.length()").value(1))
                .andExpect(jsonPath("items[0].field").value("posted_at"))
                .andExpect(jsonPath("items[0].value").value("2026-11-02"))
                .andExpect(jsonPath("items[0].at").value("2026-11-02T00:00:00Z"))
                .andExpect(jsonPath("items[0].belongsTo").value("2026-11"))
                .andExpect(jsonPath("items[0].amount").value("70.00"));
        web.perform(get(CLOSE + "/late-postings?cursor=nonsense").with(analyst)).andExpect(status().isBadRequest());
    }

    @Test
    void a_note_names_its_records_its_reason_and_its_clause() throws Exception {
        web.perform(raise("", "Late postings", 2)).andExpect(status().isBadRequest());
        web.perform(raise("Signed in October", "Late postings", 99)).andExpect(status().isBadRequest());
        web.perform(raise("Signed in October", "Late postings", 2))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("state").value("AWAITING_APPROVAL"))
                .andExpect(jsonPath("records[0].value").value("2026-11-02"))
                .andExpect(jsonPath("effect[0].change").value("70.00"));
        web.perform(raise("Signed in October", "Late postings", 2)).andExpect(status().isConflict());
        web.perform(get(CLOSE + "/back-postings").with(analyst))
                .andExpect(jsonPath("items.length()").value(1));
    }

    @Test
    void a_record_that_is_null_is_refused_in_words() throws Exception {
        web.perform(post(CLOSE + "/back-postings")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\": \"Signed\", \"policyClause\": \"Late\", \"records\": [null]}")
                        .with(analyst))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("detail").isNotEmpty());
    }

    private RequestBuilder raise(String reason, String clause, long line) {
        return post(CLOSE + "/back-postings")
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"reason": "%s", "policyClause": "%s", "records": [{"source": %d, "line": %d}]}
                        """.formatted(reason, clause, source, line))
                .with(analyst);
    }
}
