package dev.tieout.rules.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenBook;
import dev.tieout.GivenOrganisation;
import dev.tieout.tasks.TaskKind;
import dev.tieout.tasks.Tasks;
import dev.tieout.tasks.Tasks.NewTask;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** New rule versions over REST. */
@DatabaseTest
class RuleDraftsControllerTest {

    private static final long ENGINE_KEY = 4_000_000_001L;
    private static final String VERSIONS = "/api/v1/rules/variance-cause/versions";

    @Autowired
    Given given;

    @Autowired
    MockMvc http;

    @Autowired
    GivenBook books;

    @Autowired
    Tasks tasks;

    GivenOrganisation organisation;
    private String analyst = "";
    private String approver = "";

    @BeforeEach
    void signUp() {
        organisation = given.organisation();
        analyst = organisation.login("analyst");
        approver = organisation.login("approver");
    }

    @Test
    void a_table_goes_out_as_a_file_comes_back_as_a_draft_and_is_submitted_and_approved() throws Exception {
        http.perform(post(VERSIONS + "?effectiveFrom=2027-01&comment=As it was")
                        .with(by(analyst))
                        .contentType("text/csv")
                        .content(shipped("text/csv")))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.version.version").value(2))
                .andExpect(jsonPath("$.version.state").value("DRAFT"))
                .andExpect(jsonPath("$.analysis.errors", hasSize(0)));
        http.perform(post(VERSIONS + "/2/submit").with(by(analyst)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("IN_REVIEW"));
        http.perform(post(VERSIONS + "/2/approve").with(by(approver)))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:tieout:problem:not-waiting-for-a-decision"));
        organisation.asSystem(() -> tasks.open(new NewTask(
                null, TaskKind.APPROVE_RULE_VERSION, "Approve", "rule/variance-cause/2", null, ENGINE_KEY)));
        http.perform(get(VERSIONS + "/2/change").with(by(analyst)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.step").value("ANALYSIS"))
                .andExpect(jsonPath("$.version.state").value("IN_REVIEW"));
        http.perform(post(VERSIONS + "/2/approve").with(by(approver)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("APPROVED"));
    }

    @Test
    void a_draft_is_thrown_away_and_a_version_for_a_final_period_is_refused_with_the_way_to_a_correction()
            throws Exception {
        books.open(organisation, "2026-12").finished();
        http.perform(post(VERSIONS + "?effectiveFrom=2026-12")
                        .with(by(analyst))
                        .contentType("text/csv")
                        .content(shipped("text/csv")))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:tieout:problem:period-is-final"))
                .andExpect(jsonPath("$.way").value("/closes/2026-12/correct"));
        http.perform(post(VERSIONS).with(by(analyst)).contentType("text/csv").content(shipped("text/csv")))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.version.effectiveFrom").value("2027-01"));
        http.perform(delete(VERSIONS + "/2").with(by(approver))).andExpect(status().isForbidden());
        http.perform(delete(VERSIONS + "/2").with(by(analyst))).andExpect(status().isNoContent());
        http.perform(delete(VERSIONS + "/2").with(by(analyst))).andExpect(status().isConflict());
    }

    @Test
    void a_draft_that_two_people_wrote_in_is_written_over_and_thrown_away_by_who_has_read_it() throws Exception {
        String other = organisation.login("analyst2");
        String file = new String(shipped("text/csv"), StandardCharsets.UTF_8);
        http.perform(post(VERSIONS + "?effectiveFrom=2027-01")
                        .with(by(analyst))
                        .contentType("text/csv")
                        .content(file))
                .andExpect(status().isCreated());
        var changed = put(VERSIONS + "/2").with(by(other)).contentType("text/csv");
        changed.content(file.replace("The legs stand in different currencies", "Legs in different currencies"));
        http.perform(changed)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:tieout:problem:edition-missing"));
        http.perform(changed.queryParam("edition", edition(2)));

        http.perform(delete(VERSIONS + "/2").with(by(analyst)))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:tieout:problem:edition-missing"));
        http.perform(post(VERSIONS + "/2/submit?edition=1").with(by(analyst)))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:tieout:problem:draft-changed"));
        http.perform(post(VERSIONS + "/2/submit").with(by(analyst)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("IN_REVIEW"));
    }

    private String edition(int version) throws Exception {
        var answer = http.perform(get(VERSIONS + "/" + version + "/analysis").with(by(analyst)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        return JsonPath.read(answer, "$.edition").toString();
    }

    @Test
    void a_workbook_comes_back_as_the_part_of_a_form() throws Exception {
        var file = new MockMultipartFile("file", "rules.xlsx", RuleFiles.XLSX, shipped(RuleFiles.XLSX));
        http.perform(MockMvcRequestBuilders.multipart(VERSIONS).file(file).with(by(analyst)))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.rows", hasSize(12)));
    }

    @Test
    void a_cell_that_tries_to_be_code_is_refused_by_row_and_column_and_nothing_is_kept() throws Exception {
        String changed = new String(shipped("text/csv"), StandardCharsets.UTF_8).replace("> 0", "> System.exit(1)");
        http.perform(post(VERSIONS).with(by(analyst)).contentType("text/csv").content(changed))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.type").value("urn:tieout:problem:rule-table-refused"))
                .andExpect(jsonPath("$.detail").value(containsString("row 6, billing less ledger")));
        http.perform(get(VERSIONS + "/2").with(by(analyst))).andExpect(status().isNotFound());
    }

    @Test
    void who_may_not_write_or_decide_is_told_so() throws Exception {
        http.perform(post(VERSIONS).with(by(approver)).contentType("text/csv").content(shipped("text/csv")))
                .andExpect(status().isForbidden());
        http.perform(post(VERSIONS + "/1/reject")
                        .with(by(approver))
                        .contentType("application/json")
                        .content("{\"comment\":\"No\"}"))
                .andExpect(status().isConflict());
    }

    private byte[] shipped(String type) throws Exception {
        byte[] body = http.perform(get(VERSIONS + "/1").with(by(analyst)).accept(type))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(body).isNotEmpty();
        return body;
    }

    private static RequestPostProcessor by(String person) {
        return httpBasic(person, GivenOrganisation.PASSWORD);
    }
}
