package dev.tieout.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.audit.AuditTrail;
import dev.tieout.closing.CloseState;
import dev.tieout.closing.Closes;
import dev.tieout.closing.SignOff;
import dev.tieout.findings.Finding.Kind;
import dev.tieout.findings.Findings.NoSuchFinding;
import dev.tieout.findings.FollowUps.FollowUpExists;
import dev.tieout.findings.FollowUps.FollowUpRefused;
import dev.tieout.organisation.CurrentActor.NotAllowed;
import dev.tieout.publication.GivenPublication;
import dev.tieout.publication.Publication.Status;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Two published periods: in the second, one account brings all of the expansion while another one leaves. */
@DatabaseTest
class FollowUpsTest {

    private static final LocalDate LATER = LocalDate.of(2999, 1, 31);

    @Autowired
    Given given;

    @Autowired
    GivenPublication publishing;

    @Autowired
    Closes closes;

    @Autowired
    Findings findings;

    @Autowired
    FollowUps followUps;

    @Autowired
    AuditTrail audit;

    @Autowired
    MockMvc http;

    GivenOrganisation organisation;
    long october;
    String owner;

    @BeforeEach
    void publish_two_periods() {
        organisation = given.organisation();
        owner = organisation.login("manager");
        var september = publishing.draft(organisation, "2026-09");
        september
                .close()
                .account("b1", "1000", "1010")
                .account("b2", "1000", "1000")
                .account("s1", "100", "90")
                .figures();
        publish(september);
        var second = publishing.draft(organisation, "2026-10");
        october = second.close().id();
        second.close()
                .account("b1", "1010", "1200")
                .account("b2", "1000", "1000")
                .account("s1", "90", "0")
                .figures();
        publish(second);
    }

    private void publish(GivenPublication.Draft draft) {
        draft.sign(SignOff.Kind.CLASSIFICATION).reconcile().publish(Status.PROVISIONAL);
        organisation.asSystem(() -> closes.entered(draft.close().id(), CloseState.PROVISIONAL, "Resolve variances"));
    }

    private FollowUp open(String person, Kind kind) {
        return organisation.as(person, () -> followUps.open(october, kind, null, owner, LATER, " Ask why "));
    }

    @Test
    void findings_come_with_their_accounts_and_the_period_before() {
        var found = organisation.as("manager", () -> findings.of(october, null));
        assertThat(found)
                .extracting(Finding::kind)
                .containsExactly(
                        Kind.NRR_UP_WHILE_GRR_FALLS,
                        Kind.EXPANSION_CONCENTRATED,
                        Kind.LOSSES_CONCENTRATED,
                        Kind.OPENING_CONCENTRATED,
                        Kind.LARGEST_MOVE);
        assertThat(found.get(1).accounts()).singleElement().satisfies(share -> {
            assertThat(share.account()).isEqualTo("b1");
            assertThat(share.amount()).isEqualByComparingTo("190");
        });
        assertThat(found.getLast().sentence())
                .isEqualTo("Expansion moved most: 190.00 USD after 10.00 USD in 2026-09, 180.00 USD more.");
    }

    @Test
    void a_finding_is_followed_up_once_until_it_is_ended() {
        var first = open("controller", Kind.LOSSES_CONCENTRATED);
        assertThat(first.comment()).isEqualTo("Ask why");
        assertThat(first.sentence()).startsWith("s1 alone is 100.00 % of contraction and churn together");
        assertThatThrownBy(() -> open("analyst", Kind.LOSSES_CONCENTRATED)).isInstanceOf(FollowUpExists.class);
        var done = organisation.as("manager", () -> followUps.done(first.key(), "They were acquired."));
        assertThat(done.state()).isEqualTo(FollowUp.State.DONE);
        assertThat(done.endedBy()).isEqualTo(owner);
        assertThat(open("analyst", Kind.LOSSES_CONCENTRATED).key()).isNotEqualTo(first.key());
        assertThat(organisation.as("manager", () -> followUps.ofClose(october))).hasSize(2);
    }

    @Test
    void every_step_stands_in_the_trail_of_the_close() {
        var first = open("controller", Kind.LARGEST_MOVE);
        organisation.as("analyst", () -> followUps.drop(first.key(), "Known since spring."));
        assertThat(organisation.as("manager", () -> audit.about("close/2026-10", Long.MAX_VALUE, 2)))
                .extracting(entry -> entry.action() + " " + entry.why())
                .containsExactly("follow-up-dropped Known since spring.", "follow-up-opened Ask why");
    }

    @Test
    void what_cannot_be_is_refused() {
        assertThatThrownBy(() -> open("manager", Kind.LARGEST_MOVE)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> open("controller", Kind.NRR_STALLED)).isInstanceOf(NoSuchFinding.class);
        assertThatThrownBy(() -> organisation.as(
                        "controller", () -> followUps.open(october, Kind.LARGEST_MOVE, null, "nobody", LATER, "")))
                .isInstanceOf(FollowUpRefused.class)
                .hasMessage("“nobody” is nobody of this organisation.");
        assertThatThrownBy(() -> organisation.as(
                        "controller",
                        () -> followUps.open(october, Kind.LARGEST_MOVE, null, owner, LocalDate.of(2020, 1, 1), "")))
                .hasMessage("The due date 2020-01-01 has passed.");
        var open = open("controller", Kind.LARGEST_MOVE);
        assertThatThrownBy(() -> organisation.as("analyst", () -> followUps.done(open.key(), " ")))
                .isInstanceOf(FollowUpRefused.class);
        organisation.as("analyst", () -> followUps.done(open.key(), "Seen"));
        assertThatThrownBy(() -> organisation.as("analyst", () -> followUps.drop(open.key(), "Again")))
                .isInstanceOf(FollowUpRefused.class);
    }

    @Test
    void nobody_sees_the_follow_ups_of_another_organisation() {
        var open = open("controller", Kind.LARGEST_MOVE);
        var other = given.organisation();
        assertThat(other.as("controller", () -> followUps.list(null, null, 10))).isEmpty();
        assertThatThrownBy(() -> other.as("controller", () -> followUps.done(open.key(), "Mine")))
                .isInstanceOf(FollowUps.NoSuchFollowUp.class);
    }

    private ResultActions ask(String person, MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.contentType(MediaType.APPLICATION_JSON)
                .with(httpBasic(organisation.login(person), GivenOrganisation.PASSWORD)));
    }

    private ResultActions follow(String finding) throws Exception {
        return ask(
                "analyst",
                post("/api/v1/closes/2026-10/findings/" + finding + "/follow-up")
                        .content("""
                {"owner": "%s", "due": "2999-01-31", "comment": "Will it last?"}""".formatted(owner)));
    }

    private ResultActions drop(long id, String comment) throws Exception {
        return ask("manager", post("/api/v1/follow-ups/" + id + "/drop").content("{\"comment\": \"" + comment + "\"}"));
    }

    @Test
    void over_rest_findings_say_what_was_compared() throws Exception {
        ask("manager", get("/api/v1/closes/2026-10/findings"))
                .andExpect(status().isOk())
                .andExpect(content().json("""
                {"items": [
                  {"kind": "nrr-up-while-grr-falls",
                   "figures": [{"name": "NRR", "unit": "ratio", "before": "1.000000", "now": "1.047619"}, {"name": "GRR"}],
                   "accounts": [{"account": "s1", "amount": "90.00"}]},
                  {"kind": "expansion-concentrated", "currency": "USD"}, {"kind": "losses-concentrated"},
                  {"kind": "opening-concentrated"}, {"kind": "largest-move"}]}
                """));
    }

    @Test
    void over_rest_from_a_finding_to_its_end() throws Exception {
        follow("largest-move")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("OPEN"))
                .andExpect(jsonPath("$.due").value("2999-01-31"));
        follow("largest-move").andExpect(status().isConflict());
        follow("made-up").andExpect(status().isNotFound());
        long id = organisation
                .as("manager", () -> followUps.list(FollowUp.State.OPEN, null, 10))
                .getFirst()
                .key();
        drop(id, " ").andExpect(status().isBadRequest());
        drop(id, "One-off").andExpect(jsonPath("$.outcome").value("One-off"));
        ask("manager", get("/api/v1/follow-ups?state=dropped"))
                .andExpect(jsonPath("$.items[0].id").value(id))
                .andExpect(jsonPath("$.items.length()").value(1));
        ask("manager", get("/api/v1/follow-ups?state=lost")).andExpect(status().isBadRequest());
    }
}
