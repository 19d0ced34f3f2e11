package dev.tieout.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.closing.SignOff;
import dev.tieout.publication.Publication.Status;
import dev.tieout.reconciliation.TiedClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Tie-out and report as scripts see them: a provisional version with one account's ledger 10 short. */
@DatabaseTest
class ReportRestTest {

    private static final String CLOSE = "/api/v1/closes/2026-10";

    @Autowired
    Given given;

    @Autowired
    GivenPublication publishing;

    @Autowired
    MockMvc http;

    GivenOrganisation organisation;
    TiedClose close;

    @BeforeEach
    void publish() {
        organisation = given.organisation();
        var draft = publishing.draft(organisation);
        close = draft.close();
        close.account("b1", "1000", "1000").account("s1", "500", "400").account("s2", "0", "70.0050");
        close.figures().ledgerSays("b1", "990");
        draft.sign(SignOff.Kind.CLASSIFICATION);
        draft.reconcile();
        draft.publish(Status.PROVISIONAL);
    }

    private ResultActions ask(String person, MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.with(httpBasic(organisation.login(person), GivenOrganisation.PASSWORD)));
    }

    private ResultActions step(String person, String step, String body) throws Exception {
        long id = close.value("select id from variance where close_id = :close", Long.class);
        return ask(
                person,
                post("/api/v1/variances/" + id + "/" + step)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body));
    }

    @Test
    void the_report_in_mrr() throws Exception {
        ask("manager", get(CLOSE + "/report"))
                .andExpect(status().isOk())
                .andExpect(content().json("""
                {"period": "2026-10", "version": 1, "status": "PROVISIONAL", "view": "MRR", "currency": "USD",
                 "opening": "1500.00", "new": "70.00", "reactivation": "0.00", "expansion": "0.00", "contraction": "100.00",
                 "churn": "0.00", "fx": "0.00", "closing": "1470.00", "nrr": "0.933333", "grr": "0.933333",
                 "logoRetention": "1.000000", "accounts": {"cohort": 2, "retained": 2, "new": 1, "contracted": 1},
                 "slices": [], "openVariances": 1, "openVariance": "10.00", "nrrRange": ["0.926667", "0.940000"],
                 "grrRange": ["0.926667", "0.933333"],
                 "stamps": {"policy": 1, "rules": {"variance-cause": 1}, "approvers": [{"signed": "CLASSIFICATION"}]}}
                """));
    }

    @Test
    void the_report_in_arr_by_slice_has_the_same_ratios() throws Exception {
        ask("manager", get(CLOSE + "/report?view=arr&slice=segment&version=1"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.opening").value("18000.00"))
                .andExpect(jsonPath("$.openVariance").value("120.00"))
                .andExpect(jsonPath("$.nrr").value("0.933333"))
                .andExpect(jsonPath("$.slices[0].slice").value("big"))
                .andExpect(jsonPath("$.slices[0].nrr").value("1.000000"))
                .andExpect(jsonPath("$.slices[1].opening").value("6000.00"))
                .andExpect(jsonPath("$.slices[1].grr").value("0.800000"));
    }

    @Test
    void the_report_as_a_table_that_no_spreadsheet_runs() throws Exception {
        var table = ask("manager", get(CLOSE + "/report?slice=region").accept("text/csv"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/csv;charset=UTF-8"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(table).isEqualTo("""
                period,version,status,view,currency,dimension,slice,opening,new,reactivation,expansion,contraction,churn,fx,closing,\
                nrr,grr,logo_retention,cohort_accounts,retained_accounts,new_accounts,reactivated_accounts,expanded_accounts,\
                contracted_accounts,churned_accounts,excluded_accounts
                2026-10,1,PROVISIONAL,MRR,USD,,,1500.00,70.005,0.00,0.00,100.00,0.00,0.00,1470.005,\
                0.933333,0.933333,1.000000,2,2,1,0,0,1,0,0
                2026-10,1,PROVISIONAL,MRR,USD,region,north,1000.00,0.00,0.00,0.00,0.00,0.00,0.00,1000.00,\
                1.000000,1.000000,1.000000,1,1,0,0,0,0,0,0
                2026-10,1,PROVISIONAL,MRR,USD,region,'=cmd(),500.00,70.005,0.00,0.00,100.00,0.00,0.00,470.005,\
                0.800000,0.800000,1.000000,1,1,1,0,0,1,0,0
                """.replace("\n", "\r\n"));
    }

    @Test
    void versions_and_totals_are_listed() throws Exception {
        ask("manager", get(CLOSE + "/publications"))
                .andExpect(jsonPath("$.items[0].version").value(1))
                .andExpect(jsonPath("$.items[0].status").value("PROVISIONAL"));
        ask("manager", get(CLOSE + "/tie-out"))
                .andExpect(jsonPath("$.items[0].ledger").value("1460.00"))
                .andExpect(jsonPath("$.items[0].differing").value(1))
                .andExpect(jsonPath("$.openVariances").value(1))
                .andExpect(jsonPath("$.openVariance").value("10.00"));
    }

    @Test
    void the_gate_says_what_keeps_the_report_from_being_final() throws Exception {
        ask("manager", get(CLOSE + "/gate"))
                .andExpect(status().isOk())
                .andExpect(content().json("""
                {"period": "2026-10", "attainable": "PROVISIONAL", "openVariances": 1, "openVariance": "10.00", "currency": "USD",
                 "nrrRange": ["0.926667", "0.940000"], "grrRange": ["0.926667", "0.933333"],
                 "checks": [
                   {"id": "policy", "state": "PASSED"}, {"id": "cohort", "state": "PASSED"},
                   {"id": "crosswalk", "state": "PASSED"}, {"id": "mapping", "state": "PASSED"},
                   {"id": "rows", "state": "PASSED", "place": "sources"}, {"id": "accounting-periods", "state": "PASSED"},
                   {"id": "late-postings", "state": "PASSED"},
                   {"id": "classes", "state": "PASSED"},
                   {"id": "overrides", "state": "PASSED"}, {"id": "invariants", "state": "PASSED"},
                   {"id": "tie-out", "state": "OPEN", "place": "tie-out",
                    "sentence": "1 variance is open, 10.00 USD."},
                   {"id": "owners", "state": "OPEN", "sentence": "1 open variance has no owner (b1)."},
                   {"id": "classification-sign-off", "state": "PASSED"},
                   {"id": "publication-sign-off", "state": "NOT_YET"}]}
                """));
    }

    @Test
    void a_variance_is_explained_by_one_and_approved_by_another() throws Exception {
        ask("manager", get(CLOSE + "/variances?limit=1"))
                .andExpect(jsonPath("$.items[0].account").value("b1"))
                .andExpect(jsonPath("$.items[0].ledger").value("990.00"))
                .andExpect(jsonPath("$.items[0].state").value("OPEN"))
                .andExpect(jsonPath("$.next").doesNotExist());
        step("controller", "assign", """
                {"owner": "%s", "due": "2999-01-01"}""".formatted(organisation.login("analyst")))
                .andExpect(jsonPath("$.due").value("2999-01-01"));
        step("controller", "explain", """
                {"cause": "TIMING", "comment": "Posted on 2 November"}""").andExpect(jsonPath("$.state").value("PROPOSED"));
        step("controller", "approve", "{}")
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("urn:tieout:problem:separation-of-duties"));
        step("approver", "reject", """
                {"comment": "Which posting?"}""").andExpect(jsonPath("$.state").value("OPEN"));
        ask(
                        "controller",
                        post(CLOSE + "/variances/explain")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("""
                {"cause": "UNKNOWN", "comment": "Posted on 2 November, entry 4711"}"""))
                .andExpect(jsonPath("$.variances").value(1));
        step("approver", "approve", "{}").andExpect(jsonPath("$.state").value("EXPLAINED"));
    }

    @Test
    void what_cannot_be_answered_is_a_problem() throws Exception {
        ask("manager", get(CLOSE + "/report?version=9")).andExpect(status().isNotFound());
        ask("manager", get(CLOSE + "/report?view=weekly")).andExpect(status().isBadRequest());
        ask("manager", get(CLOSE + "/report?slice=nonsense").accept("text/csv"))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        ask("manager", get("/api/v1/closes/2020-01/report")).andExpect(status().isNotFound());
        ask("manager", get("/api/v1/variances/0")).andExpect(status().isNotFound());
        step("controller", "explain", "{}").andExpect(status().isBadRequest());
        step("manager", "explain", """
                {"cause": "TIMING", "comment": "x"}""").andExpect(status().isForbidden());
    }
}
