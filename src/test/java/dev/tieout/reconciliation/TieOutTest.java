package dev.tieout.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.closing.Closes;
import dev.tieout.reconciliation.Reconciliation.StepRefused;
import dev.tieout.reconciliation.TieOut.RetainedFrom;
import dev.tieout.reconciliation.Variance.State;
import dev.tieout.rules.VarianceCause;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The three legs compared on a real database. */
@DatabaseTest
class TieOutTest {

    @Autowired
    Given given;

    @Autowired
    Closes closes;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    TiedClose close;

    @BeforeEach
    void open() {
        close = TiedClose.of(given.organisation(), jdbc, new TransactionTemplate(transactions), closes);
    }

    private OpenVariance reconcile() {
        return close.organisation().asSystem(() -> reconciliation.reconcile(close.id()));
    }

    private List<Variance> variances() {
        return close.organisation().as("manager", () -> reconciliation.variances(close.id(), 0, 100));
    }

    private TieOut total() {
        return close.organisation()
                .as("manager", () -> reconciliation.totals(close.id()))
                .getLast();
    }

    private void hasOnly(State state, String account, String amount, VarianceCause suggested) {
        assertThat(variances())
                .singleElement()
                .extracting(Variance::state, Variance::account, Variance::suggested)
                .containsExactly(state, account, suggested);
        assertThat(variances().getFirst().amount()).isEqualByComparingTo(amount);
    }

    @Test
    void nothing_is_open_when_the_three_legs_agree() {
        close.account("a1", "100", "120").account("a2", "50", "50");
        assertThat(reconcile().count()).isZero();
        assertThat(total().billing()).isEqualByComparingTo("170");
        assertThat(total().ledger()).isEqualByComparingTo("170");
        assertThat(total().retained()).isEqualByComparingTo("170");
        assertThat(total().retainedFrom()).isEqualTo(RetainedFrom.TIEOUT);
        assertThat(total().accounts()).isEqualTo(2);
    }

    @Test
    void a_wrong_ledger_amount_is_an_open_variance_with_its_amount() {
        close.account("a1", "100", "100").account("a2", "50", "50").ledgerSays("a1", "90");
        var open = reconcile();
        assertThat(open.count()).isEqualTo(1);
        assertThat(open.amount()).isEqualByComparingTo("10");
        hasOnly(State.OPEN, "a1", "10", VarianceCause.UNKNOWN);
        assertThat(total().differing()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "100.0100, 0.01,   0,    false",
        "100.0101, 0.01,   0,    true",
        "99.9900,  0.01,   0,    false",
        "99.9899,  0.01,   0,    true",
        "102.0000, 0.01,   0.02, false",
        "102.0409, 0.01,   0.02, true",
        "98.0000,  0.01,   0.02, false",
        "97.9999,  0.01,   0.02, true",
        "103.0000, 3.00,   0.02, false",
        "100.0001, 0,      0,    true"
    })
    void a_difference_equal_to_the_larger_tolerance_is_none(
            String ledger, BigDecimal absolute, BigDecimal relative, boolean differs) {
        close.sql(
                "update metric_policy set tolerance_absolute = :absolute, tolerance_relative = :relative,"
                        + " total_tolerance_absolute = 1000",
                Map.of("absolute", absolute, "relative", relative));
        close.account("a1", "100", "100").ledgerSays("a1", ledger);
        assertThat(reconcile().count()).isEqualTo(differs ? 1 : 0);
    }

    @Test
    void small_differences_that_are_large_together_are_a_variance_of_all_accounts() {
        close.sql("update metric_policy set total_tolerance_absolute = 0.02", Map.of());
        for (var account : List.of("a1", "a2", "a3")) {
            close.account(account, "100", "100").ledgerSays(account, "99.99");
        }
        reconcile();
        hasOnly(State.OPEN, "*", "0.03", VarianceCause.UNKNOWN);
        close.account("b1", "100", "100").ledgerSays("b1", "1");
        reconcile();
        assertThat(variances()).extracting(Variance::account).containsExactly("b1", "*");
    }

    @Test
    void comparing_again_changes_nothing() {
        close.account("a1", "100", "100").ledgerSays("a1", "90");
        reconcile();
        var before = variances();
        reconcile();
        assertThat(variances()).isEqualTo(before);
        assertThat(close.value(
                        "select count(*) from audit_entry where action = 'variance-opened' and :close > 0", Long.class))
                .isEqualTo(1);
    }

    @Test
    void replaced_data_clears_a_variance_and_wrong_data_opens_it_again() {
        close.account("a1", "100", "100").ledgerSays("a1", "90");
        reconcile();
        close.ledgerSays("a1", "100");
        assertThat(reconcile().count()).isZero();
        assertThat(variances()).singleElement().satisfies(cleared -> {
            assertThat(cleared.state()).isEqualTo(State.CLEARED);
            assertThat(cleared.clearedAt()).isNotNull();
        });
        close.ledgerSays("a1", "80");
        reconcile();
        hasOnly(State.OPEN, "a1", "20", VarianceCause.UNKNOWN);
    }

    @Test
    void a_retained_report_is_the_third_leg_when_it_was_given() {
        close.account("a1", "100", "100").account("a2", "50", "50").retained("a1", "100", "USD");
        reconcile();
        assertThat(total().retainedFrom()).isEqualTo(RetainedFrom.REPORT);
        hasOnly(State.OPEN, "a2", "50", VarianceCause.POSTING);
    }

    @Test
    void a_movement_that_says_something_else_than_billing_shows_in_the_own_balance() {
        close.billed("a1", "100", "USD").posted("a1", "100", "USD").moved("a1", "100", "70");
        reconcile();
        hasOnly(State.OPEN, "a1", "30", VarianceCause.UNKNOWN);
        assertThat(variances().getFirst().retained()).isEqualByComparingTo("70");
    }

    @Test
    void cancelled_lines_count_for_nothing_and_accounts_unknown_to_billing_are_compared() {
        close.billed("a1", "100", "USD", "CANCELLED").moved("a1", "100", "0").posted("a2", "40", "USD");
        reconcile();
        hasOnly(State.OPEN, "a2", "40", VarianceCause.POSTING);
    }

    @Test
    void excluded_accounts_stay_out_of_all_three_legs() {
        close.account("a1", "100", "100").account("a2", "50", "50").ledgerSays("a2", "1");
        close.sql(
                "update movement set excluded_by = 'analyst', exclusion_comment = 'test account'"
                        + " where close_id = :close and account = 'a2'",
                Map.of());
        assertThat(reconcile().count()).isZero();
        assertThat(total().ledger()).isEqualByComparingTo("100");
    }

    @Test
    void currencies_are_compared_each_in_itself_with_the_tolerance_at_the_opening_rate() {
        close.rate("EUR", "2")
                .billed("a1", "100", "EUR")
                .moved("a1", "200", "200")
                .posted("a1", "99.9950", "EUR");
        assertThat(reconcile().count()).isZero();
        close.posted("a1", "-0.0001", "EUR");
        var open = reconcile();
        hasOnly(State.OPEN, "a1", "0.0051", VarianceCause.UNKNOWN);
        assertThat(open.amount()).isEqualByComparingTo("0.0102");
        assertThat(variances().getFirst().retained()).isEqualByComparingTo("100");
    }

    @Test
    void legs_in_different_currencies_suggest_fx() {
        close.rate("EUR", "2")
                .billed("a1", "100", "EUR")
                .moved("a1", "200", "200")
                .posted("a1", "200", "USD");
        reconcile();
        assertThat(variances()).extracting(Variance::currency).containsExactly("EUR", "USD");
        assertThat(variances()).extracting(Variance::suggested).containsOnly(VarianceCause.FX);
    }

    @Test
    void a_currency_without_a_rate_is_named_and_nothing_is_guessed() {
        close.account("a1", "100", "100").posted("a1", "10", "GBP");
        assertThatThrownBy(this::reconcile)
                .isInstanceOf(StepRefused.class)
                .hasMessageContaining("GBP")
                .extracting(refusal -> ((StepRefused) refusal).type())
                .isEqualTo("rate-missing");
    }

    @Test
    void a_posting_that_waits_for_the_next_period_suggests_timing() {
        close.account("a1", "100", "100").ledgerSays("a1", "60").posted("a1", "40", "USD", "2026-11", true);
        reconcile();
        hasOnly(State.OPEN, "a1", "40", VarianceCause.TIMING);
    }

    @Test
    void what_the_period_before_posted_too_much_suggests_timing() {
        close.billed("a1", "100", "USD").moved("a1", "100", "100").posted("a1", "200", "USD", "2026-09", false);
        close.sql(
                "insert into opening_line (organisation, close_id, account, mrr, currency, status)"
                        + " values (current_organisation(), :close, 'a1', 100, 'USD', 'ACTIVE')",
                Map.of());
        reconcile();
        hasOnly(State.OPEN, "a1", "100", VarianceCause.TIMING);
    }

    @Test
    void the_usual_posting_of_the_period_before_does_not_suggest_timing() {
        close.billed("a1", "100", "USD").moved("a1", "100", "100").posted("a1", "100", "USD", "2026-09", false);
        close.sql(
                "insert into opening_line (organisation, close_id, account, mrr, currency, status)"
                        + " values (current_organisation(), :close, 'a1', 100, 'USD', 'ACTIVE')",
                Map.of());
        reconcile();
        hasOnly(State.OPEN, "a1", "100", VarianceCause.POSTING);
    }

    @Test
    void a_rejected_row_of_the_account_suggests_classification() {
        close.billed("a1", "100", "USD").moved("a1", "100", "100").rejected("e-7, \"a1\",2026-10-05,ten,USD");
        reconcile();
        hasOnly(State.OPEN, "a1", "100", VarianceCause.CLASSIFICATION);
    }

    @Test
    void the_range_goes_no_further_than_balances_can() {
        close.account("a1", "100", "0")
                .account("a2", "100", "150")
                .account("a3", "0", "80")
                .figures();
        close.ledgerSays("a1", "500").ledgerSays("a2", "90").ledgerSays("a3", "1");
        var open = reconcile();
        // a1 is at nothing and can only rise, GRR by its opening at most; a2 loses its expansion first; a3 is new.
        assertThat(List.of(open.nrrLow(), open.nrrHigh(), open.grrLow(), open.grrHigh()))
                .extracting(ratio -> ratio.decimal().toPlainString())
                .containsExactly("0.450000", "3.550000", "0.450000", "1.000000");
    }

    @Test
    void a_quarter_ties_out_the_postings_of_its_last_month() {
        var quarterly = given.organisation();
        var transaction = new TransactionTemplate(transactions);
        quarterly.asSystem(() -> transaction.execute(status ->
                jdbc.sql("update metric_policy set period_length = 'QUARTER'").update()));
        close = TiedClose.of(quarterly, jdbc, transaction, closes, "2026-Q4");
        close.account("a1", "100", "100");
        close.sql(
                "insert into ledger_row select organisation, period, 'november', account, '2026-11-05', amount, currency, gl_account,"
                        + " late, source_id, line from ledger_row",
                Map.of());
        assertThat(reconcile().count()).isZero();
    }
}
