package dev.tieout.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.closing.Closes;
import dev.tieout.reconciliation.AccountLegs.Standing;
import dev.tieout.reconciliation.AccountLegs.Which;
import dev.tieout.reconciliation.Variance.State;
import dev.tieout.reconciliation.VarianceEvidence.Fact;
import dev.tieout.reconciliation.VarianceEvidence.Kind;
import dev.tieout.reconciliation.Variances.Approve;
import dev.tieout.reconciliation.Variances.Assign;
import dev.tieout.reconciliation.Variances.BulkRefused;
import dev.tieout.reconciliation.Variances.Chosen;
import dev.tieout.reconciliation.Variances.Explain;
import dev.tieout.reconciliation.Variances.Matching;
import dev.tieout.reconciliation.Variances.Refused;
import dev.tieout.rules.VarianceCause;
import dev.tieout.terms.Page;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Three accounts agree, a2 lacks 10 in the ledger, a4 is billed and never posted. */
@DatabaseTest
class WorkbenchTest {

    @Autowired
    Given given;

    @Autowired
    Closes closes;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    Variances variances;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    TiedClose close;

    @BeforeEach
    void open() {
        close = TiedClose.of(given.organisation(), jdbc, new TransactionTemplate(transactions), closes);
        for (var account : new String[] {"a1", "a2", "a3", "a5"}) {
            close.account(account, "100", "100");
        }
        close.ledgerSays("a2", "90").billed("a4", "30", "USD").moved("a4", "0", "30");
        reconcile();
    }

    private void reconcile() {
        close.organisation().asSystem(() -> reconciliation.reconcile(close.id()));
    }

    private <T> T as(String person, Supplier<T> step) {
        return close.organisation().as(person, step);
    }

    private Page<AccountLegs> legs(Which which, String search, String after, int accounts) {
        return as("manager", () -> reconciliation.legs(close.id(), which, search, after, accounts));
    }

    private VarianceEvidence evidence(String account) {
        long id = variance(account).id();
        return as("manager", () -> reconciliation.evidence(id));
    }

    private Variance variance(String account) {
        return as("manager", () -> variances.of(close.id(), VarianceFilter.ALL, 0, 100)).stream()
                .filter(one -> one.account().equals(account))
                .findFirst()
                .orElseThrow();
    }

    private Variances.Outcome bulk(String person, Variances.Selection selection, Variances.Step step) {
        return as(person, () -> variances.bulk(close.id(), selection, step));
    }

    private static Matching everything() {
        return new Matching(VarianceFilter.ALL);
    }

    @Test
    void the_legs_of_every_account_stand_side_by_side_a_page_at_a_time() {
        var first = legs(Which.ALL, "", "", 2);
        assertThat(first.items()).extracting(AccountLegs::account).containsExactly("a1", "a2");
        assertThat(first.items()).extracting(AccountLegs::standing).containsExactly(Standing.EQUAL, Standing.DIFFERS);
        assertThat(first.items().getLast().ledger()).isEqualByComparingTo("90");
        assertThat(first.items().getLast().variance()).isEqualTo(variance("a2").id());
        assertThat(first.next()).isEqualTo("a2");
        assertThat(legs(Which.ALL, "", "a2", 3).items())
                .extracting(AccountLegs::account)
                .containsExactly("a3", "a4", "a5");
        assertThat(legs(Which.ALL, "", "a2", 3).next()).isNull();
    }

    @Test
    void only_those_that_differ_or_are_searched_for_can_be_shown() {
        assertThat(legs(Which.DIFFERING, "", "", 10).items())
                .extracting(AccountLegs::account)
                .containsExactly("a2", "a4");
        assertThat(legs(Which.ALL, "A3", "", 10).items())
                .extracting(AccountLegs::account)
                .containsExactly("a3");
        assertThat(legs(Which.ALL, "nobody", "", 10).items()).isEmpty();
    }

    @Test
    void an_excluded_account_is_shown_as_such_and_a_small_difference_as_tolerated() {
        close.sql(
                "update movement set excluded_by = 'analyst', exclusion_comment = 'test' where close_id = :close and account = 'a1'",
                Map.of());
        close.ledgerSays("a3", "100.01");
        assertThat(legs(Which.ALL, "", "", 10).items())
                .extracting(AccountLegs::standing)
                .containsExactly(
                        Standing.EXCLUDED,
                        Standing.DIFFERS,
                        Standing.WITHIN_TOLERANCE,
                        Standing.DIFFERS,
                        Standing.EQUAL);
    }

    @Test
    void the_third_leg_of_an_account_is_the_same_as_in_the_comparison() {
        close.billed("a6", "100", "USD").posted("a6", "100", "USD").moved("a6", "100", "70");
        reconcile();
        var shown = legs(Which.DIFFERING, "a6", "", 10).items().getFirst();
        assertThat(shown.retained()).isEqualByComparingTo(variance("a6").retained());
        assertThat(shown.amount()).isEqualByComparingTo("30");
    }

    @Test
    void the_ledger_leg_adds_up_by_gl_account_beside_the_periods_around_it() {
        close.posted("a4", "30", "USD", "2026-11", true);
        close.sql("update ledger_row set gl_account = '4000' where account <> 'a1'", Map.of());
        assertThat(as("manager", () -> reconciliation.glAccounts(close.id())))
                .satisfiesExactly(
                        known -> {
                            assertThat(known.glAccount()).isEqualTo("4000");
                            assertThat(known.postings()).isEqualTo(3);
                            assertThat(known.amount()).isEqualByComparingTo("290");
                            assertThat(known.after()).isEqualByComparingTo("30");
                        },
                        unnamed -> {
                            assertThat(unnamed.glAccount()).isNull();
                            assertThat(unnamed.amount()).isEqualByComparingTo("100");
                        });
    }

    @Test
    void the_evidence_names_the_late_posting_that_is_missing() {
        close.ledgerSays("a2", "60").posted("a2", "40", "USD", "2026-11", true);
        reconcile();
        var evidence = evidence("a2");
        assertThat(evidence.variance().suggested()).isEqualTo(VarianceCause.TIMING);
        assertThat(evidence.rule()).isEqualTo("The same amount was posted in the period before or after");
        assertThat(evidence.facts())
                .filteredOn(fact -> fact.kind() == Kind.POSTED_AFTER)
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.sentence())
                            .startsWith("One posting of 2026-11 comes to 40.00 USD: ")
                            .endsWith(" came late and is exactly what the ledger lacks.");
                    assertThat(fact.rows()).singleElement().satisfies(row -> {
                        assertThat(row.period()).isEqualTo("2026-11");
                        assertThat(row.amount()).isEqualByComparingTo("40");
                    });
                });
    }

    @Test
    void the_evidence_says_in_which_legs_the_account_stands_and_which_row_was_rejected() {
        close.rejected("e-7, \"a4\",2026-10-05,ten,USD");
        assertThat(evidence("a4").facts())
                .extracting(Fact::sentence)
                .contains(
                        "The account stands in billing and the retained balance, not in the ledger.",
                        "Billing is 30.00 USD above the ledger. Billing equals the retained balance.",
                        "An import of this close rejected a row of the account.");
    }

    @Test
    void one_explanation_serves_many_and_what_cannot_be_explained_is_listed() {
        close.ledgerSays("a2", "100");
        reconcile();
        var outcome = bulk("controller", everything(), new Explain(VarianceCause.POSTING, "Posted in November"));
        assertThat(outcome.done()).isEqualTo(1);
        assertThat(outcome.refused())
                .extracting(Refused::account, Refused::reason)
                .containsExactly(Tuple.tuple("a2", "It is not open any more."));
        assertThat(variance("a4").state()).isEqualTo(State.PROPOSED);
        assertThat(variance("a4").cause()).isEqualTo(VarianceCause.POSTING);
    }

    @Test
    void approving_many_leaves_ones_own_and_unexplained_ones_alone() {
        long own = variance("a2").id();
        long unexplained = variance("a4").id();
        as("controller", () -> reconciliation.explain(own, VarianceCause.UNKNOWN, "Rounding"));
        var refused = bulk("controller", everything(), new Approve(null));
        assertThat(refused.done()).isZero();
        assertThat(refused.refused()).extracting(Refused::id).containsExactlyInAnyOrder(own, unexplained);
        assertThat(bulk("controller2", new Chosen(Set.of(own, 0L)), new Approve("Seen")))
                .satisfies(outcome -> assertThat(outcome.done()).isEqualTo(1))
                .satisfies(outcome ->
                        assertThat(outcome.refused()).extracting(Refused::id).containsExactly(0L));
        assertThat(variance("a2").state()).isEqualTo(State.EXPLAINED);
    }

    @Test
    void many_get_one_owner_and_can_be_found_by_him() {
        var owner = close.organisation().login("analyst");
        var today = LocalDate.now(ZoneOffset.UTC);
        var byCause = new VarianceFilter(Set.of(), VarianceCause.POSTING, null, false);
        assertThat(bulk("controller", new Matching(byCause), new Assign(owner, today, null))
                        .done())
                .isEqualTo(1);
        var his = new VarianceFilter(Set.of(State.OPEN), null, owner, false);
        assertThat(as("manager", () -> variances.of(close.id(), his, 0, 10)))
                .extracting(Variance::account)
                .containsExactly("a4");
        var nobodys = new VarianceFilter(Set.of(), null, VarianceFilter.NOBODY, false);
        assertThat(as("manager", () -> variances.count(close.id(), nobodys))).isEqualTo(1);
        assertThat(as("manager", () -> variances.owners(close.id()))).containsExactly(owner);
        assertThatThrownBy(() -> bulk("controller", everything(), new Assign("nobody", today, null)))
                .isInstanceOf(Reconciliation.StepRefused.class);
        assertThatThrownBy(() -> bulk("controller", everything(), new Explain(null, " ")))
                .isInstanceOf(BulkRefused.class);
    }

    @Test
    void more_than_one_request_may_take_are_refused_whole() {
        var toMany =
                "insert into variance (organisation, close_id, account, currency, billing, ledger, retained, amount, cause, suggested,"
                        + " rule_version, rule_row, due_on, state, opened_at)"
                        + " select current_organisation(), :close, 'm' || n, 'USD', 2, 1, 2, 1, 'TIMING', 'TIMING', 1, 1, current_date + 9,"
                        + " 'OPEN', now() from generate_series(1, " + Variances.BULK_LIMIT + ") as n";
        close.sql(toMany, Map.of());
        assertThatThrownBy(() -> bulk("controller", everything(), new Explain(null, "All of them")))
                .isInstanceOfSatisfying(
                        BulkRefused.class, refusal -> assertThat(refusal.type()).isEqualTo("selection-too-large"));
        assertThat(variance("a2").state()).isEqualTo(State.OPEN);
    }

    @Test
    void open_variances_age_in_buckets_and_fall_overdue() {
        close.sql(
                "update variance set opened_at = opened_at - interval '10 days', due_on = due_on - 10"
                        + " where close_id = :close and account = 'a2'",
                Map.of());
        var aging = as("manager", () -> variances.aging(close.id()));
        assertThat(aging.buckets()).extracting(Aging.Bucket::count).containsExactly(1L, 0L, 1L, 0L);
        assertThat(aging.buckets().get(2).amount()).isEqualByComparingTo("10");
        assertThat(aging.overdue()).isEqualTo(1);
        assertThat(aging.oldest()).isEqualTo(10);
        var overdue = new VarianceFilter(Set.of(), null, null, true);
        assertThat(as("manager", () -> variances.of(close.id(), overdue, 0, 10)))
                .extracting(Variance::account)
                .containsExactly("a2");
    }
}
