package dev.tieout.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.closing.CloseState;
import dev.tieout.closing.Closes;
import dev.tieout.closing.SignOff;
import dev.tieout.closing.SignOffs;
import dev.tieout.publication.Publication.Status;
import dev.tieout.publication.Publications;
import dev.tieout.reconciliation.RollForward.Kind;
import dev.tieout.reconciliation.RollForward.Step;
import dev.tieout.reconciliation.RollForward.Untied;
import java.math.BigDecimal;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** September is published with 100 USD of a1 and 50 EUR of a2 at 2 USD; October opens from it. */
@DatabaseTest
class RollForwardTest {

    /** As the cohort is carried over. */
    private static final String CARRY_OVER = """
            insert into opening_line (organisation, close_id, account, subscription, product, mrr, currency, status)
            select organisation, :close, account, subscription, product, mrr, currency, status
            from closing_line where close_id = :before
            """;

    @Autowired
    Given given;

    @Autowired
    Closes closes;

    @Autowired
    SignOffs signOffs;

    @Autowired
    Publications publications;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    GivenOrganisation organisation;
    TiedClose september;

    @BeforeEach
    void publish_september() {
        organisation = given.organisation();
        september = close("2026-09")
                .account("a1", "0", "100")
                .rate("EUR", "2")
                .billed("a2", "50", "EUR")
                .moved("a2", "0", "100");
    }

    private TiedClose close(String period) {
        return TiedClose.of(organisation, jdbc, new TransactionTemplate(transactions), closes, period);
    }

    private void published() {
        september.figures();
        organisation.as("approver", () -> signOffs.sign(september.id(), SignOff.Kind.CLASSIFICATION, null));
        organisation.asSystem(() -> publications.publish(september.id(), Status.PROVISIONAL));
        organisation.asSystem(() -> closes.entered(september.id(), CloseState.PROVISIONAL, "Resolve variances"));
    }

    private TiedClose october() {
        var october = close("2026-10");
        october.sql(CARRY_OVER, Map.of("before", september.id()));
        return october;
    }

    private RollForward rolled(TiedClose close) {
        return organisation
                .as("manager", () -> reconciliation.rollForward(close.id()))
                .orElseThrow();
    }

    private static void steps(RollForward rolled, Tuple... steps) {
        assertThat(rolled.steps())
                .extracting(Step::kind, step -> step.amount().stripTrailingZeros(), Step::accounts)
                .containsExactly(steps);
    }

    private static Tuple step(Kind kind, String amount) {
        return Tuple.tuple(kind, new BigDecimal(amount).stripTrailingZeros(), 1L);
    }

    @Test
    void a_close_without_movements_has_nothing_to_roll_forward() {
        published();
        var october = october();
        assertThat(organisation.as("manager", () -> reconciliation.rollForward(october.id())))
                .isEmpty();
    }

    @Test
    void beginning_additions_and_releases_give_the_ending_and_tie_to_the_publication_before() {
        published();
        var rolled = rolled(october().rate("EUR", "2").moved("a1", "100", "130").moved("a2", "100", "60"));
        assertThat(rolled.ties()).isTrue();
        assertThat(rolled.previous()).isNotNull().satisfies(previous -> {
            assertThat(previous.period() + " v" + previous.version()).isEqualTo("2026-09 v1");
            assertThat(previous.closing()).isEqualByComparingTo("200");
        });
        steps(rolled);
        assertThat(rolled.beginning()).isEqualByComparingTo("200");
        assertThat(rolled.additions()).isEqualByComparingTo("30");
        assertThat(rolled.releases()).isEqualByComparingTo("40");
        assertThat(rolled.ending()).isEqualByComparingTo("190");
    }

    @Test
    void a_balance_that_opens_at_another_rate_is_explained_as_such() {
        published();
        var rolled =
                rolled(october().rate("EUR", "2.1").moved("a1", "100", "100").moved("a2", "105", "105"));
        assertThat(rolled.ties()).isTrue();
        steps(rolled, step(Kind.RATE_CHANGE, "5"));
        assertThat(rolled.beginning()).isEqualByComparingTo("205");
    }

    @Test
    void an_opening_that_nothing_explains_is_named_with_its_account() {
        published();
        var rolled = rolled(october().rate("EUR", "2").moved("a1", "90", "90").moved("a2", "100", "100"));
        assertThat(rolled.ties()).isFalse();
        steps(rolled, step(Kind.UNTIED, "-10"));
        assertThat(rolled.untied())
                .singleElement()
                .extracting(
                        Untied::account,
                        Untied::kind,
                        untied -> untied.difference().intValueExact())
                .containsExactly("a1", Kind.UNTIED, -10);
    }

    @Test
    void accounts_excluded_now_or_before_are_steps_of_their_own() {
        september.sql(
                "update movement set excluded_by = 'analyst', exclusion_comment = 'test' where close_id = :close and account = 'a2'",
                Map.of());
        september.sql(
                "insert into movement_decision (organisation, close_id, account, kind, reason, comment, person, decided_at)"
                        + " values (current_organisation(), :close, 'a2', 'EXCLUSION', 'OTHER', 'test', 'analyst', now())",
                Map.of());
        published();
        var october = october().rate("EUR", "2").moved("a1", "100", "100").moved("a2", "100", "100");
        october.sql(
                "update movement set excluded_by = 'analyst', exclusion_comment = 'test' where close_id = :close and account = 'a1'",
                Map.of());
        var rolled = rolled(october);
        assertThat(rolled.ties()).isTrue();
        steps(rolled, step(Kind.EXCLUDED_BEFORE, "100"), step(Kind.EXCLUDED_NOW, "-100"));
        assertThat(rolled.beginning()).isEqualByComparingTo("100");
    }

    @Test
    void a_previous_period_that_says_something_else_since_does_not_tie() {
        published();
        var october = october().rate("EUR", "2").moved("a1", "100", "100").moved("a2", "100", "100");
        september.sql("update billing_row set mrr = 80 where close_id = :close and account = 'a1'", Map.of());
        september.sql(
                "update movement set closing = 80, gross_up = 80 where close_id = :close and account = 'a1'", Map.of());
        september.sql("delete from figure where close_id = :close", Map.of());
        published();
        var rolled = rolled(october);
        assertThat(rolled.ties()).isFalse();
        steps(rolled, step(Kind.CORRECTED_SINCE, "20"));
    }

    @Test
    void a_movement_that_does_not_add_up_does_not_tie() {
        published();
        var october = october().rate("EUR", "2").moved("a1", "100", "100").moved("a2", "100", "100");
        october.sql("update movement set gross_up = 7 where close_id = :close and account = 'a1'", Map.of());
        assertThat(rolled(october).untied())
                .singleElement()
                .extracting(Untied::kind)
                .isEqualTo(Kind.NOT_ADDING_UP);
    }

    @Test
    void the_first_period_begins_from_its_file() {
        var rolled = rolled(september);
        assertThat(rolled.previous()).isNull();
        assertThat(rolled.ties()).isTrue();
        assertThat(rolled.additions()).isEqualByComparingTo("200");
    }
}
