package dev.tieout.console.rest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.closing.Closes;
import dev.tieout.tasks.TaskKind;
import dev.tieout.tasks.Tasks;
import dev.tieout.tasks.Tasks.NewTask;
import dev.tieout.terms.Period;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@DatabaseTest
class CloseControllerTest {

    @Autowired
    private Given given;

    @Autowired
    private Closes closes;

    @Autowired
    private Tasks tasks;

    @Autowired
    private MockMvc http;

    @Test
    void whoever_resolves_import_exceptions_learns_which_they_are() throws Exception {
        var organisation = given.organisation();
        var close = organisation.as("analyst", () -> closes.open(Period.parse("2026-10")));
        ask(organisation).andExpect(jsonPath("$.importExceptions").value(empty()));

        organisation.asSystem(
                () -> tasks.open(new NewTask(close.key(), TaskKind.RESOLVE_IMPORT, "Resolve", null, null, null)));

        ask(organisation)
                .andExpect(jsonPath("$.importExceptions")
                        .value(contains(containsString("billing file"), containsString("opening snapshot"))));
    }

    private ResultActions ask(GivenOrganisation organisation) throws Exception {
        return http.perform(get("/api/v1/closes/2026-10")
                        .with(httpBasic(organisation.login("manager"), GivenOrganisation.PASSWORD)))
                .andExpect(status().isOk());
    }
}
