package dev.tieout.rules.rest;

import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Rule tables over REST. */
@DatabaseTest
class RulesControllerTest {

    @Autowired
    Given given;

    @Autowired
    MockMvc http;

    String manager = "";

    @BeforeEach
    void signUp() {
        GivenOrganisation organisation = given.organisation();
        manager = organisation.login("manager");
    }

    @Test
    void tables_are_listed_with_their_versions_and_states() throws Exception {
        http.perform(asManager("/api/v1/rules"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items", hasSize(3)))
                .andExpect(jsonPath("$.items[0].table").value("movement-classification"))
                .andExpect(jsonPath("$.items[0].versions[0].version").value(1))
                .andExpect(jsonPath("$.items[0].versions[0].state").value("APPROVED"));
    }

    @Test
    void a_version_is_answered_with_rows_sentences_and_hash() throws Exception {
        http.perform(asManager("/api/v1/rules/movement-classification/versions/1"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.rows", hasSize(37)))
                .andExpect(jsonPath("$.rows[14].row").value(15))
                .andExpect(jsonPath("$.rows[14].sentence").value(startsWith("When it had revenue at open")))
                .andExpect(jsonPath("$.version.sha256").isNotEmpty());
    }

    @Test
    void the_same_address_gives_the_csv_when_asked_for() throws Exception {
        http.perform(asManager("/api/v1/rules/variance-cause/versions/1").accept("text/csv"))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("text/csv"))
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"variance-cause-v1.csv\""))
                .andExpect(content().string(startsWith("RuleSet,dev.tieout.rules.tables.variancecause\n")));
    }

    @Test
    void an_unknown_version_is_a_problem_of_its_own_type() throws Exception {
        http.perform(asManager("/api/v1/rules/variance-cause/versions/7"))
                .andExpect(status().isNotFound())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"));
        http.perform(asManager("/api/v1/rules/variance-cause/versions/0")).andExpect(status().isBadRequest());
    }

    @Test
    void nobody_reads_without_signing_in() throws Exception {
        http.perform(get("/api/v1/rules")).andExpect(status().isUnauthorized());
    }

    private MockHttpServletRequestBuilder asManager(String path) {
        return get(path).with(httpBasic(manager, GivenOrganisation.PASSWORD));
    }
}
