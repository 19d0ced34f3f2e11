package dev.tieout.exports.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.audit.AuditEntry;
import dev.tieout.audit.AuditTrail;
import dev.tieout.closing.Closes;
import dev.tieout.exports.PublishedOctober;
import dev.tieout.exports.ShareLinks;
import dev.tieout.reconciliation.TiedClose;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A share link over HTTP, from making it to its end. */
@DatabaseTest
@Import(PublishedOctober.class)
class ShareLinkTest {

    private static final String LINKS = "/api/v1/closes/2026-10/share-links";

    @Autowired
    PublishedOctober october;

    @Autowired
    Given given;

    @Autowired
    ShareLinks links;

    @Autowired
    Closes closes;

    @Autowired
    AuditTrail audit;

    @Autowired
    MockMvc http;

    TiedClose close;

    @BeforeEach
    void publish() {
        close = october.provisional();
    }

    private ShareLinks.Made made() {
        return close.organisation().as("controller", () -> links.make(close.id(), null, 14, "The board"));
    }

    private ResultActions ask(GivenOrganisation organisation, String person, MockHttpServletRequestBuilder request)
            throws Exception {
        return http.perform(request.with(httpBasic(organisation.login(person), GivenOrganisation.PASSWORD)));
    }

    private MockHttpServletResponse anyone(String path) throws Exception {
        return http.perform(get(path)).andReturn().getResponse();
    }

    @Test
    void a_controller_makes_one_and_everyone_of_the_organisation_sees_it_without_its_token() throws Exception {
        ask(
                        close.organisation(),
                        "controller",
                        post(LINKS).contentType(MediaType.APPLICATION_JSON).content("""
                {"version": 1, "days": 30, "note": "Supervisory board"}"""))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.token").value(org.hamcrest.Matchers.hasLength(43)))
                .andExpect(jsonPath("$.url").value(containsString("http://localhost/share/")))
                .andExpect(jsonPath("$.version").value(1))
                .andExpect(jsonPath("$.uses").value(0));
        ask(close.organisation(), "manager", get(LINKS))
                .andExpect(jsonPath("$.items[0].note").value("Supervisory board"))
                .andExpect(jsonPath("$.items[0].expiresAt").isNotEmpty())
                .andExpect(jsonPath("$.items[0].token").doesNotExist());
    }

    @Test
    void nobody_else_makes_or_ends_one() throws Exception {
        var link = made().link();
        for (var person : List.of("manager", "analyst", "approver")) {
            ask(
                            close.organisation(),
                            person,
                            post(LINKS).contentType(MediaType.APPLICATION_JSON).content("""
                    {"days": 3, "note": "Me"}"""))
                    .andExpect(status().isForbidden());
            ask(close.organisation(), person, delete("/api/v1/share-links/" + link.id()))
                    .andExpect(status().isForbidden());
        }
        ask(given.organisation(), "controller", delete("/api/v1/share-links/" + link.id()))
                .andExpect(status().isNotFound());
    }

    @Test
    void days_and_note_are_checked() throws Exception {
        for (var body : List.of("""
                {"days": 0, "note": "x"}""", """
                {"days": 91, "note": "x"}""", """
                {"days": 5, "note": " "}""", """
                {"note": "x"}""")) {
            ask(
                            close.organisation(),
                            "controller",
                            post(LINKS).contentType(MediaType.APPLICATION_JSON).content(body))
                    .andExpect(status().isBadRequest());
        }
    }

    @Test
    void whoever_has_it_reads_that_version_and_no_account() throws Exception {
        var path = made().path();
        http.perform(get(path))
                .andExpect(status().isOk())
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andExpect(header().string("X-Robots-Tag", containsString("noindex")))
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")))
                .andExpect(header().doesNotExist("Set-Cookie"));
        var page = anyone(path).getContentAsString();
        assertThat(page)
                .contains(
                        "Organisation " + close.organisation().id(),
                        "October 2026",
                        "93.33 %",
                        "1,470.00",
                        "big",
                        "small")
                .contains("Provisional. These figures are not final", "Could be 92.67 % to 94.00 %", "10.00 USD")
                .doesNotContain("A newer version");
        var csv = anyone(path + "/report.csv");
        assertThat(csv.getContentAsString()).contains("2026-10,1,PROVISIONAL,MRR,USD,segment,big,1000.00");
        assertThat(csv.getHeader("Content-Disposition"))
                .contains("tieout-" + close.organisation().id() + "-2026-10-v1-provisional-report-by-segment.csv");
        try (var pdf = Loader.loadPDF(anyone(path + "/report.pdf").getContentAsByteArray())) {
            var text = new PDFTextStripper().getText(pdf);
            assertThat(text).contains("93.33 %");
            for (var shown : List.of(page, csv.getContentAsString(), text)) {
                assertThat(shown).doesNotContainPattern("\\b(b1|s1|s2)\\b");
            }
        }
        assertThat(close.organisation().as("manager", () -> links.of(close.id())))
                .singleElement()
                .satisfies(link -> {
                    assertThat(link.uses()).isEqualTo(4);
                    assertThat(link.lastUsedAt()).isNotNull();
                });
    }

    @Test
    void the_policy_lets_in_the_style_of_the_page_and_nothing_else() throws Exception {
        var answer = anyone(made().path());
        var page = answer.getContentAsString();
        var style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
        var hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.getHeader("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'sha256-" + hash + "'; ");
        assertThat(page).doesNotContain("<script", "style=\"", "http://", "https://");
    }

    @Test
    void a_newer_version_is_told_and_not_shown() throws Exception {
        var path = made().path();
        october.settle(close);
        assertThat(anyone(path).getContentAsString())
                .contains("A newer version of this report exists: version 2, final")
                .contains("Version 1, provisional");
    }

    @Test
    void a_revoked_link_an_unknown_one_and_any_other_address_get_the_same_page() throws Exception {
        var made = made();
        ask(
                        close.organisation(),
                        "controller",
                        delete("/api/v1/share-links/" + made.link().id()))
                .andExpect(status().isNoContent());
        ask(
                        close.organisation(),
                        "controller",
                        delete("/api/v1/share-links/" + made.link().id()))
                .andExpect(status().isNoContent());
        var revoked = anyone(made.path());
        assertThat(revoked.getStatus()).isEqualTo(404);
        assertThat(revoked.getContentAsString()).contains("This link opens nothing");
        for (var path : List.of(
                made.path() + "/report.pdf",
                made.path() + "/report.csv",
                made.path() + "/report.xlsx",
                "/share/" + "A".repeat(43),
                "/share/short",
                "/share/",
                "/share",
                made.path() + "/published-movements.csv")) {
            var other = anyone(path);
            assertThat(other.getStatus()).as(path).isEqualTo(404);
            assertThat(other.getContentAsString()).as(path).isEqualTo(revoked.getContentAsString());
        }
        http.perform(post(made.path())).andExpect(status().isNotFound());
    }

    @Test
    void making_and_revoking_are_in_the_trail_once_without_the_token() {
        var made = made();
        close.organisation().as("controller2", () -> links.revoke(made.link().id()));
        close.organisation().as("controller2", () -> links.revoke(made.link().id()));
        var rows = close.organisation()
                .as(
                        "manager",
                        () -> audit.about(
                                "close/2026-10/share-link/" + made.link().id(), Long.MAX_VALUE, 10));
        assertThat(rows).extracting(AuditEntry::action).containsExactly("share-link-revoked", "share-link-created");
        assertThat(rows.toString()).doesNotContain(made.token());
    }
}
