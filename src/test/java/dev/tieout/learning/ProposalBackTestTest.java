package dev.tieout.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import dev.tieout.DatabaseTest;
import dev.tieout.GivenOrganisation;
import dev.tieout.backtest.BackTest;
import dev.tieout.backtest.BackTests;
import dev.tieout.backtest.ChangeFilter;
import dev.tieout.backtest.Moved;
import dev.tieout.backtest.PublishedBook;
import dev.tieout.movements.Movements;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleDrafts;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Reason;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A proposed row held against what was published, before it is a draft: it says what the draft's own back-test says. */
@DatabaseTest
@Import(PublishedBook.class)
class ProposalBackTestTest {

    private static final String SEPTEMBER = """
            Rest,S1,Core,2026-09,80.0000,USD,active,1,
            Other,S1,Core,2026-09,50.0000,USD,active,1,
            Late,S1,Core,2026-09,70.0000,USD,active,1,
            Grow,S1,Core,2026-09,100.0000,USD,active,10,
            Off,S1,Core,2026-09,100.0000,USD,active,1,0
            """;

    private static final String OCTOBER = """
            Rest,S1,Core,PERIOD,80.0000,USD,paused,1,
            Other,S1,Core,PERIOD,50.0000,USD,active,1,
            Late,S1,Core,PERIOD,70.0000,USD,pending_renewal,1,
            Grow,S1,Core,PERIOD,120.0000,USD,active,12,
            Off,S1,Core,PERIOD,90.0000,USD,active,1,10
            """;

    private static final String NOVEMBER = """
            Other,S1,Core,PERIOD,50.0000,USD,paused,1,
            Late,S1,Core,PERIOD,70.0000,USD,active,1,
            Grow,S1,Core,PERIOD,130.0000,USD,active,12,
            Off,S1,Core,PERIOD,90.0000,USD,active,1,10
            """;

    @Autowired
    PublishedBook books;

    @Autowired
    Movements movements;

    @Autowired
    OverrideLearning learning;

    @Autowired
    RuleDrafts drafts;

    @Autowired
    BackTests backTests;

    @Autowired
    MockMvcTester mvc;

    GivenOrganisation ours;
    long november;

    /** October counted a pause as churn; in November a person says that it is a contraction. */
    @BeforeEach
    void an_override_in_november() {
        ours = books.organisation();
        books.october(ours, SEPTEMBER, OCTOBER).publish();
        november = books.november(ours, NOVEMBER).close();
        ours.as(
                "analyst",
                () -> movements.override(
                        november, "Other", "", MovementClass.CONTRACTION, Reason.PAUSED, "A seasonal break"));
    }

    private ProposedRow proposal() {
        return ours.as("manager", () -> learning.of(november)).rows().getFirst();
    }

    @Test
    void it_names_the_accounts_of_published_periods_that_would_change_class() {
        var id = proposal().id();

        var tried = ours.as("manager", () -> learning.backTest(november, id));

        assertThat(tried).singleElement().satisfies(period -> {
            assertThat(period.period().period()).isEqualTo("2026-10");
            var tally = Objects.requireNonNull(period.outcome()).tally();
            assertThat(tally.changedAccounts()).isEqualTo(1);
            assertThat(tally.reasonChanges()).isZero();
            assertThat(period.moved()).singleElement().satisfies(moved -> {
                assertThat(moved.account()).isEqualTo("Rest");
                assertThat(sideOf(moved.was())).isEqualTo(MovementClass.CHURN);
                assertThat(sideOf(moved.becomes())).isEqualTo(MovementClass.CONTRACTION);
            });
        });
    }

    @Test
    void the_draft_of_it_says_the_same_of_every_period() {
        var id = proposal().id();
        var tried = ours.as("manager", () -> learning.backTest(november, id)).getFirst();

        var draft = ours.as("analyst", () -> learning.takeIntoDraft(november, id));
        BackTest test = ours.as("analyst", () -> backTests.run(draft.pinned()));

        assertThat(test.periods()).singleElement().satisfies(period -> {
            assertThat(period.tally())
                    .usingRecursiveComparison()
                    .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                    .isEqualTo(Objects.requireNonNull(tried.outcome()).tally());
            assertThat(period.replayed())
                    .usingRecursiveComparison()
                    .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                    .isEqualTo(tried.outcome().replayed());
        });
        assertThat(ours.as("manager", () -> backTests.changes(test.id(), ChangeFilter.all(), 0, 10)))
                .extracting(change -> change.account())
                .containsExactlyElementsOf(
                        tried.moved().stream().map(Moved::account).toList());
    }

    @Test
    void a_proposal_leads_to_its_draft_as_long_as_that_has_the_row() {
        var id = proposal().id();
        var draft = ours.as("analyst", () -> learning.takeIntoDraft(november, id));
        assertThat(ours.as("manager", () -> learning.of(november)).drafts()).containsEntry(id, draft.pinned());

        var written = ours.as("analyst", () -> drafts.draft(draft.pinned()));
        var shipped = ours.as("analyst", () -> drafts.draft(new PinnedTable(draft.table(), 1)));
        ours.as("analyst", () -> drafts.save(draft.pinned(), written.edition(), shipped.rows(), null, draft.comment()));

        assertThat(ours.as("manager", () -> learning.of(november)).drafts()).isEmpty();
        assertThat(ours.as("analyst", () -> learning.takeIntoDraft(november, id))
                        .version())
                .isGreaterThan(draft.version());
    }

    @Test
    void it_is_there_over_rest() {
        assertThat(mvc.get()
                        .uri("/api/v1/closes/2026-11/proposed-rows/"
                                + proposal().id() + "/back-test")
                        .with(httpBasic(ours.login("manager"), GivenOrganisation.PASSWORD)))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"items": [{"period": "2026-10", "version": 1, "currency": "USD", "notReplayed": null,
                                    "figures": {"changed": 1, "changedAccounts": 1, "changedAmount": "80.00", "reasonChanges": 0},
                                    "moved": [{"account": "Rest", "was": {"class": "CHURN"}, "becomes": {"class": "CONTRACTION"}}]}]}
                        """);
    }

    private static MovementClass sideOf(Moved.@Nullable Side side) {
        return Objects.requireNonNull(Objects.requireNonNull(side).movementClass());
    }
}
