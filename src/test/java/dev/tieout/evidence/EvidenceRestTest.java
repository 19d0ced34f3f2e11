package dev.tieout.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.tieout.DatabaseTest;
import dev.tieout.GivenOrganisation;
import dev.tieout.evidence.format.PackFile;
import dev.tieout.publication.Publication.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Packs over HTTP. */
@DatabaseTest
@Import(OctoberBook.class)
class EvidenceRestTest {

    @Autowired
    OctoberBook october;

    @Autowired
    MockMvc http;

    OctoberBook.Book book;

    @BeforeEach
    void a_provisional_version() {
        book = october.classified();
        book.sign();
        book.publish(Status.PROVISIONAL);
    }

    private ResultActions ask(GivenOrganisation organisation, String path) throws Exception {
        return http.perform(get("/api/v1" + path).with(httpBasic(organisation.login("manager"), "tieout")));
    }

    @Test
    void a_pack_comes_as_a_file_with_its_length_and_a_stable_name() throws Exception {
        var organisation = book.organisation();
        var answer = ask(organisation, "/closes/2026-10/evidence")
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/zip"))
                .andExpect(header().string(
                                "Content-Disposition",
                                "attachment; filename=\""
                                        + PackFile.packName(organisation.id().value(), "2026-10", 1) + "\""))
                .andReturn()
                .getResponse();
        assertThat(answer.getContentAsByteArray()).hasSize(Integer.parseInt(answer.getHeader("Content-Length")));
    }

    @Test
    void what_is_not_there_is_a_problem_also_for_other_organisations() throws Exception {
        ask(book.organisation(), "/closes/2026-10/evidence?version=9")
                .andExpect(status().isNotFound())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.type").value("urn:tieout:problem:not-published"));
        ask(october.opened().organisation(), "/closes/2026-10/evidence").andExpect(status().isNotFound());
    }

    @Test
    void everybody_who_signs_in_can_ask_for_the_public_key() throws Exception {
        ask(book.organisation(), "/evidence/key")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.algorithm").value("Ed25519"))
                .andExpect(jsonPath("$.pem").value(org.hamcrest.Matchers.startsWith("-----BEGIN PUBLIC KEY-----")));
        http.perform(get("/api/v1/evidence/key")).andExpect(status().isUnauthorized());
    }
}
