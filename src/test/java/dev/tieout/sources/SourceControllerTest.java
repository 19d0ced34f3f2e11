package dev.tieout.sources;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.tieout.DatabaseTest;
import dev.tieout.GivenOrganisation;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@DatabaseTest
@Import(OpenOctober.class)
class SourceControllerTest {

    private static final String BILLING =
            "account_id,period,mrr,currency\nA1,2026-10,1234.50,USD\nA2,2026-10,=1+1,USD\n";
    private static final String SOURCES = "/api/v1/closes/2026-10/sources";

    @Autowired
    OpenOctober october;

    @Autowired
    MockMvc web;

    OpenOctober.Desk desk;
    RequestPostProcessor analyst;

    @BeforeEach
    void an_analyst_signed_in() {
        desk = october.anew();
        analyst = httpBasic(desk.organisation.login("analyst"), GivenOrganisation.PASSWORD);
    }

    @Test
    void a_body_is_answered_with_its_receipt_and_the_same_body_with_the_same_one() throws Exception {
        web.perform(post(SOURCES + "?kind=billing&profile=generic-snapshot&name=oct.csv")
                        .contentType("text/csv")
                        .content(BILLING)
                        .with(analyst))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("kind").value("billing"))
                .andExpect(jsonPath("fileName").value("oct.csv"))
                .andExpect(jsonPath("rows").value(2))
                .andExpect(jsonPath("rejected").value(1))
                .andExpect(jsonPath("controlTotals.USD").value("1234.50"))
                .andExpect(jsonPath("totals.USD.late").value("0.00"));
        var part = new MockMultipartFile("file", "c.csv", "text/csv", BILLING.getBytes(StandardCharsets.UTF_8));
        web.perform(multipart(SOURCES + "?kind=billing&profile=generic-snapshot")
                        .file(part)
                        .with(analyst))
                .andExpect(status().isOk())
                .andExpect(jsonPath("fileName").value("oct.csv"));
        web.perform(get(SOURCES).with(analyst))
                .andExpect(jsonPath("items.length()").value(1));
    }

    @Test
    void rejects_are_given_as_json_and_as_csv_that_no_spreadsheet_runs() throws Exception {
        var receipt = desk.receive(SourceKind.BILLING, BILLING);
        var rejects = "/api/v1/sources/" + receipt.id() + "/rejects";
        web.perform(get(rejects).with(analyst))
                .andExpect(status().isOk())
                .andExpect(jsonPath("items[0].line").value(3))
                .andExpect(jsonPath("items[0].column").value("mrr"))
                .andExpect(jsonPath("items[0].value").value("=1+1"));
        web.perform(get(rejects).accept("text/csv").with(analyst))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("3,mrr,'=1+1,not a number like 1234.50,")));
    }

    @Test
    void corrected_rows_come_in_under_an_id_by_which_their_import_is_watched() throws Exception {
        var receipt = desk.receive(SourceKind.BILLING, BILLING);
        var id = "mended-" + receipt.id();
        web.perform(post("/api/v1/sources/" + receipt.id() + "/rejects/rows?import=" + id)
                        .contentType("text/csv")
                        .content("account_id,period,mrr,currency,tieout_line,tieout_reason\nA2,2026-10,7.00,USD,3,\n")
                        .with(analyst))
                .andExpect(status().isCreated());
        web.perform(get("/api/v1/imports/" + id).with(analyst))
                .andExpect(status().isOk())
                .andExpect(jsonPath("phase").value("done"));
    }

    @Test
    void a_refused_file_is_a_problem_with_a_type() throws Exception {
        web.perform(post(SOURCES + "?kind=billing&profile=generic-snapshot")
                        .contentType("text/csv")
                        .content("id,amount\n1,2\n")
                        .with(analyst))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("type").value("urn:tieout:problem:wrong-header"))
                .andExpect(jsonPath("detail").value(containsString("account_id")));
        web.perform(post(SOURCES + "?kind=invoices&profile=x")
                        .contentType("text/csv")
                        .content("a")
                        .with(analyst))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("type").value("urn:tieout:problem:unknown-source-kind"));
        web.perform(get("/api/v1/sources/999999999/rejects").with(analyst)).andExpect(status().isNotFound());
    }

    @Test
    void a_file_is_replaced_by_a_better_one() throws Exception {
        var receipt = desk.receive(SourceKind.BILLING, BILLING);
        web.perform(post("/api/v1/sources/" + receipt.id() + "/replace")
                        .contentType("text/csv")
                        .content("account_id,period,mrr,currency\nA1,2026-10,1,USD\n")
                        .with(analyst))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("rejected").value(0));
        web.perform(get("/api/v1/sources/" + receipt.id()).with(analyst))
                .andExpect(jsonPath("superseded").value(true));
    }
}
