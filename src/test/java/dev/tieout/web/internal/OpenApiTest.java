package dev.tieout.web.internal;

import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DatabaseTest
class OpenApiTest {

    @Autowired
    private Given given;

    @Autowired
    private MockMvc http;

    @Test
    void it_tells_how_files_come_in_and_how_calls_are_refused() throws Exception {
        var login = given.organisation().login("manager");
        http.perform(get("/v3/api-docs").with(httpBasic(login, GivenOrganisation.PASSWORD)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.paths['/api/v1/closes/{period}/sources'].post.requestBody.content")
                        .value(hasKey("text/csv")))
                .andExpect(jsonPath("$.paths['/api/v1/closes/{period}/sources'].post.requestBody.content")
                        .value(hasKey("multipart/form-data")))
                .andExpect(jsonPath("$.paths['/api/v1/sources/{id}/replace'].post.requestBody.content")
                        .value(hasKey("text/csv")))
                .andExpect(jsonPath("$.paths.*.*.responses").value(everyItem(hasKey("default"))))
                .andExpect(jsonPath("$.components.schemas.Problem.properties").value(hasKey("type")));
    }
}
