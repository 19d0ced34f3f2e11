package dev.tieout.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import com.jayway.jsonpath.JsonPath;
import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenBook;
import dev.tieout.GivenOrganisation;
import dev.tieout.learning.OverrideLearning.ProposalGone;
import dev.tieout.learning.ProposedRow.Placement;
import dev.tieout.movements.Movements;
import dev.tieout.organisation.CurrentActor.NotAllowed;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleDrafts;
import dev.tieout.rules.RuleTableVersion.State;
import dev.tieout.rules.RuleTables;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Overrides of a close become a row of a draft. */
@DatabaseTest
class OverrideLearningTest {

    @Autowired
    Given given;

    @Autowired
    GivenBook books;

    @Autowired
    Movements movements;

    @Autowired
    OverrideLearning learning;

    @Autowired
    RuleDrafts drafts;

    @Autowired
    RuleTables tables;

    @Autowired
    MockMvcTester mvc;

    GivenOrganisation organisation;
    String analyst = "";
    long close;

    /** Two accounts past due pay less, and people call that a discount; two others pay less in good standing. */
    @BeforeEach
    void a_close_with_overrides() {
        organisation = given.organisation();
        analyst = organisation.login("analyst");
        var book = books.open(organisation, "2026-10");
        close = book.close();
        for (var account : new String[] {"P1", "P2", "A1", "A2"}) {
            book.opening(account, "S", "Core", "500")
                    .billing(account, "S", "Core", "400", account.startsWith("P") ? "PAST_DUE" : "ACTIVE");
        }
        book.account("E", "100", "120");
        organisation.asSystem(() -> movements.classify(close, 0, 1));
        override("P1");
        override("P2");
    }

    private void override(String account) {
        organisation.as(
                "analyst",
                () -> movements.override(
                        close, account, "", MovementClass.CONTRACTION, Reason.DISCOUNT_ADDED, "Dunning discount"));
    }

    private Learned learned() {
        return organisation.as("manager", () -> learning.of(close));
    }

    @Test
    void a_row_is_proposed_for_what_the_overridden_share() {
        var learned = learned();

        assertThat(learned.overrides()).isEqualTo(2);
        assertThat(learned.rows()).singleElement().satisfies(row -> {
            assertThat(row.placement()).isEqualTo(Placement.BEFORE);
            assertThat(row.row()).isEqualTo(37);
            assertThat(row.learned()).containsExactly("status");
            assertThat(row.conditions()).containsEntry("status", "PAST_DUE").containsEntry("change", "< 0");
            assertThat(row.unnecessary()).isEqualTo(2);
            assertThat(row.amount()).isEqualByComparingTo("200");
            assertThat(row.alsoMoved()).isZero();
            assertThat(row.objections()).isEmpty();
        });
    }

    @Test
    void a_close_without_overrides_proposes_nothing() {
        organisation.as("analyst", () -> {
            movements.undoOverride(close, "P1", "", "No");
            movements.undoOverride(close, "P2", "", "No");
        });

        assertThat(learned().rows()).isEmpty();
    }

    @Test
    void a_draft_with_the_row_decides_as_people_did_and_nothing_else_otherwise() {
        var proposal = learned().rows().getFirst();

        var draft = organisation.as("analyst", () -> learning.takeIntoDraft(close, proposal.id()));

        assertThat(draft.state()).isEqualTo(State.DRAFT);
        assertThat(draft.basedOn()).isEqualTo(1);
        assertThat(draft.comment()).startsWith("Learned from 2 overrides of 2026-10");
        var written = organisation.as("analyst", () -> drafts.draft(draft.pinned()));
        assertThat(written.analysis().isSubmittable()).isTrue();
        assertThat(written.rows()).hasSize(38);
        assertThat(written.rows().get(36).description()).startsWith("Learned from 2 overrides");
        var content = organisation.as("analyst", () -> tables.content(draft.pinned()));
        assertThat(content.rows().get(36).sentence())
                .contains("past due")
                .endsWith("then contraction, discount added.");
        var shipped =
                organisation.as("analyst", () -> drafts.draft(new PinnedTable(RuleTables.MOVEMENT_CLASSIFICATION, 1)));
        assertThat(written.rows().get(37)).isEqualTo(shipped.rows().get(36));
    }

    @Test
    void taking_a_proposal_twice_gives_the_same_draft() {
        var id = learned().rows().getFirst().id();

        var once = organisation.as("analyst", () -> learning.takeIntoDraft(close, id));
        var twice = organisation.as("analyst", () -> learning.takeIntoDraft(close, id));

        assertThat(twice.version()).isEqualTo(once.version());
    }

    @Test
    void a_draft_that_was_written_on_is_still_the_one_whatever_its_comment_says() {
        var id = learned().rows().getFirst().id();
        var once = organisation.as("analyst", () -> learning.takeIntoDraft(close, id));
        var written = organisation.as("analyst", () -> drafts.draft(once.pinned()));
        organisation.as(
                "analyst",
                () -> drafts.save(once.pinned(), written.edition(), written.rows(), null, "As the dunning team says"));

        var twice = organisation.as("analyst", () -> learning.takeIntoDraft(close, id));

        assertThat(twice.version()).isEqualTo(once.version());
    }

    @Test
    void who_may_not_take_a_proposal_is_told_so_whether_or_not_it_is_in_a_draft() {
        var id = learned().rows().getFirst().id();
        organisation.as("analyst", () -> learning.takeIntoDraft(close, id));

        assertThatThrownBy(() -> organisation.as("manager", () -> learning.takeIntoDraft(close, id)))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void a_proposal_that_the_overrides_no_longer_make_is_refused() {
        var id = learned().rows().getFirst().id();
        override("A1");
        override("A2");

        assertThatThrownBy(() -> organisation.as("analyst", () -> learning.takeIntoDraft(close, id)))
                .isInstanceOf(ProposalGone.class);
    }

    @Test
    void only_analysts_take_a_proposal() {
        var id = learned().rows().getFirst().id();

        assertThatThrownBy(() -> organisation.as("manager", () -> learning.takeIntoDraft(close, id)))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void proposals_and_their_drafts_are_there_over_rest() {
        var answer = mvc.get()
                .uri("/api/v1/closes/2026-10/proposed-rows")
                .with(httpBasic(analyst, GivenOrganisation.PASSWORD))
                .exchange();

        assertThat(answer).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"period": "2026-10", "currency": "USD", "overrides": 2, "more": 0,
                 "items": [{"placement": "BEFORE", "row": 37, "learned": ["status"], "unnecessary": 2, "amount": "200.00",
                            "alsoMoved": 0, "contradicted": 0, "objections": [],
                            "from": {"class": "CONTRACTION", "reason": "DOWNGRADE"},
                            "to": {"class": "CONTRACTION", "reason": "DISCOUNT_ADDED"},
                            "overridden": [{"account": "P1", "change": "-100.00", "comment": "Dunning discount"}, {}]}]}
                """);
        String id = JsonPath.read(
                new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8),
                "$.items[0].id");
        var taken = mvc.post()
                .uri("/api/v1/closes/2026-10/proposed-rows/" + id + "/draft")
                .with(httpBasic(analyst, GivenOrganisation.PASSWORD))
                .exchange();
        assertThat(taken).hasStatus(201).bodyJson().isLenientlyEqualTo("""
                {"table": "movement-classification", "version": 2, "state": "DRAFT"}
                """);
    }
}
