package dev.tieout.backtest.rest;

import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.tieout.DatabaseTest;
import dev.tieout.GivenOrganisation;
import dev.tieout.backtest.BackTests;
import dev.tieout.backtest.PublishedBook;
import dev.tieout.rules.PinnedTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Back-tests over REST. */
@DatabaseTest
@Import(PublishedBook.class)
class BackTestControllerTest {

    @Autowired
    PublishedBook books;

    @Autowired
    BackTests backTests;

    @Autowired
    MockMvc http;

    GivenOrganisation ours;
    PinnedTable version = new PinnedTable("movement-classification", 2);

    @BeforeEach
    void published() {
        ours = books.organisation();
        books.october(ours).publish();
        version = books.returnersAsNew(ours);
    }

    @Test
    void it_is_begun_in_the_background_and_answers_with_its_state() throws Exception {
        http.perform(post(path()).with(by("analyst")))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.state").value("RUNNING"))
                .andExpect(jsonPath("$.periods", hasSize(1)));
    }

    @Test
    void what_is_kept_tells_ratios_the_bridge_and_the_accounts() throws Exception {
        ours.as("analyst", () -> backTests.run(version));

        http.perform(post(path()).with(by("analyst"))).andExpect(status().isOk());
        http.perform(get(path()).with(by("manager")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("DONE"))
                .andExpect(jsonPath("$.stale").value(false))
                .andExpect(jsonPath("$.sha256", not("")))
                .andExpect(jsonPath("$.periods[0].period").value("2026-10"))
                .andExpect(jsonPath("$.periods[0].baseVersion").value(1))
                .andExpect(jsonPath("$.periods[0].changedAccounts").value(1))
                .andExpect(jsonPath("$.periods[0].changedAmount").value("60.00"))
                .andExpect(jsonPath("$.periods[0].bridge.new.before").value("40.00"))
                .andExpect(jsonPath("$.periods[0].bridge.new.after").value("100.00"))
                .andExpect(jsonPath("$.transitions[0].from").value("REACTIVATION"))
                .andExpect(jsonPath("$.transitions[0].to").value("NEW"));
        http.perform(get(path() + "/accounts?period=2026-10").with(by("manager")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].account").value("Back"))
                .andExpect(jsonPath("$.items[0].amount").value("60.00"))
                .andExpect(jsonPath("$.next").doesNotExist());
    }

    @Test
    void the_tables_stand_side_by_side() throws Exception {
        http.perform(get("/api/v1/rules/movement-classification/versions/2/difference")
                        .with(by("manager")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.from.version").value(1))
                .andExpect(jsonPath("$.rows[?(@.kind == 'CHANGED')]", hasSize(1)));
    }

    @Test
    void what_was_never_tested_is_missing_and_a_cursor_of_somebody_else_is_refused() throws Exception {
        http.perform(get(path()).with(by("manager")))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.type").value("urn:tieout:problem:no-such-back-test"));
        ours.as("analyst", () -> backTests.run(version));
        http.perform(get(path() + "/accounts?cursor=abc").with(by("manager"))).andExpect(status().isBadRequest());
        http.perform(post(path()).with(by("manager"))).andExpect(status().isForbidden());
    }

    private String path() {
        return "/api/v1/rules/" + version.table() + "/versions/" + version.version() + "/back-test";
    }

    private RequestPostProcessor by(String person) {
        return httpBasic(ours.login(person), GivenOrganisation.PASSWORD);
    }
}
