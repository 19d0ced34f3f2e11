package dev.tieout.tasks;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.closing.CloseState;
import dev.tieout.closing.Closes;
import dev.tieout.tasks.Tasks.NewTask;
import dev.tieout.terms.Period;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@DatabaseTest
class TaskRestTest {

    private static final Instant DUE = Instant.parse("2026-11-05T00:00:00Z");

    @Autowired
    Given given;

    @Autowired
    Closes closes;

    @Autowired
    Tasks tasks;

    @Autowired
    MockMvc web;

    GivenOrganisation organisation;
    long close;

    @BeforeEach
    void a_close_is_open() {
        organisation = given.organisation();
        close = organisation
                .as("analyst", () -> closes.open(Period.parse("2026-10")))
                .key();
    }

    @Test
    void a_task_is_listed_as_the_api_says() throws Exception {
        open(TaskKind.APPROVE_CLASSIFICATION);
        web.perform(get("/api/v1/tasks").with(httpBasic(organisation.login("manager"), GivenOrganisation.PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.next").value(nullValue()))
                .andExpect(jsonPath("$.items[*].kind").value(contains("approve-classification")))
                .andExpect(jsonPath("$.items[0].close").value("2026-10"))
                .andExpect(jsonPath("$.items[0].candidateRole").value("approver"))
                .andExpect(jsonPath("$.items[0].dueAt").value("2026-11-05T00:00:00Z"))
                .andExpect(jsonPath("$.items[0].state").value("OPEN"));
    }

    @Test
    void a_task_is_claimed_released_and_completed() throws Exception {
        var task = open(TaskKind.APPROVE_CLASSIFICATION);
        send("approver", "/tasks/" + task.key() + "/claim", "")
                .andExpect(jsonPath("$.assignee").value(organisation.id() + "-approver"));
        send("approver", "/tasks/" + task.key() + "/release", "")
                .andExpect(jsonPath("$.assignee").value(nullValue()));
        send("approver", "/tasks/" + task.key() + "/complete", "{\"decision\": \"approve\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("COMPLETED"));
    }

    @Test
    void refusals_are_problems() throws Exception {
        var task = open(TaskKind.APPROVE_CLASSIFICATION);
        var complete = "/tasks/" + task.key() + "/complete";
        send("approver", "/tasks/" + task.key() + "/claim", "").andExpect(status().isOk());
        send("approver2", complete, "{\"decision\": \"approve\"}").andExpect(status().isConflict());
        send("approver", complete, "{\"decision\": \"perhaps\"}").andExpect(status().isBadRequest());
        send("analyst", complete, "{\"decision\": \"approve\"}").andExpect(status().isForbidden());
        send("approver", "/tasks/0/claim", "").andExpect(status().isNotFound());
    }

    @Test
    void all_sources_are_in() throws Exception {
        open(TaskKind.PROVIDE_SOURCES);
        send("analyst", "/closes/2026-10/sources/complete", "")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.kind").value("provide-sources"));
    }

    @Test
    void a_process_that_does_not_wait_for_sources_says_so() throws Exception {
        organisation.asSystem(() -> closes.entered(close, CloseState.CLASSIFYING, "Classify movements"));
        send("analyst", "/closes/2026-10/sources/complete", "")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail")
                        .value("The close of 2026-10 does not wait for sources; it is at “Classify movements”."));
    }

    private Task open(TaskKind kind) {
        var wanted = new NewTask(close, kind, kind.slug() + " for 2026-10", null, DUE, null);
        return organisation.asSystem(() -> tasks.open(wanted));
    }

    private ResultActions send(String who, String path, String body) throws Exception {
        return web.perform(post("/api/v1" + path)
                .with(httpBasic(organisation.login(who), GivenOrganisation.PASSWORD))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
