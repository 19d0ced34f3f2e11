package dev.tieout.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.audit.AuditTrail;
import dev.tieout.closing.CloseState;
import dev.tieout.closing.Closes;
import dev.tieout.closing.Contributions;
import dev.tieout.closing.SignOff;
import dev.tieout.organisation.CurrentActor.NotAllowed;
import dev.tieout.reconciliation.Reconciliation.NoSuchVariance;
import dev.tieout.reconciliation.Reconciliation.StepRefused;
import dev.tieout.reconciliation.Variance.State;
import dev.tieout.rules.VarianceCause;
import dev.tieout.terms.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What people do with a variance, on one account whose ledger says 90 where billing says 100. */
@DatabaseTest
class VarianceStepsTest {

    @Autowired
    Given given;

    @Autowired
    Closes closes;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    Contributions contributions;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    TiedClose close;
    long variance;

    @BeforeEach
    void open() {
        close = TiedClose.of(given.organisation(), jdbc, new TransactionTemplate(transactions), closes);
        close.account("a1", "100", "100").ledgerSays("a1", "90");
        reconcile();
        variance = as(
                "manager",
                () -> reconciliation.variances(close.id(), 0, 1).getFirst().id());
    }

    private <T> T as(String person, Supplier<T> step) {
        return close.organisation().as(person, step);
    }

    private OpenVariance reconcile() {
        return close.organisation().asSystem(() -> reconciliation.reconcile(close.id()));
    }

    private Variance now() {
        return as("manager", () -> reconciliation.variance(variance));
    }

    private Variance explain(String person) {
        return as(person, () -> reconciliation.explain(variance, VarianceCause.TIMING, "Posted on 2 November"));
    }

    private Variance approve(String person) {
        return as(person, () -> reconciliation.approve(variance, null));
    }

    private static void refused(ThrowingCallable step, Refusal.Kind kind, String type) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        StepRefused.class,
                        refusal -> assertThat(refusal.kind() + " " + refusal.type())
                                .isEqualTo(kind + " " + type));
    }

    @Test
    void an_explanation_counts_once_another_person_has_approved_it() {
        var proposed = explain("controller");
        assertThat(proposed.state()).isEqualTo(State.PROPOSED);
        assertThat(proposed.cause()).isEqualTo(VarianceCause.TIMING);
        assertThat(as("manager", () -> reconciliation.open(close.id())).count()).isEqualTo(1);
        assertThat(approve("approver").state()).isEqualTo(State.EXPLAINED);
        assertThat(as("manager", () -> reconciliation.open(close.id())).count()).isZero();
        assertThat(as(
                        "manager",
                        () -> contributions.of(close.id(), close.organisation().id() + "-controller")))
                .contains(Contributions.Kind.EXPLAINED);
    }

    @Test
    void a_step_waits_for_a_version_that_is_going_out_and_is_refused_once_it_is_final() {
        explain("controller");
        var step = whilePublishingFinal(() -> approve("approver"));
        assertThatThrownBy(() -> step.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(Closes.CloseIsFinal.class);
        assertThat(now().state()).isEqualTo(State.PROPOSED);
    }

    /** Takes a step while the close is held, as publishing holds it from its first read to its last. */
    private CompletableFuture<Variance> whilePublishingFinal(Supplier<Variance> step) {
        return close.organisation()
                .asSystem(() -> new TransactionTemplate(transactions).execute(status -> {
                    closes.holdRevision(close.id());
                    var taken = CompletableFuture.supplyAsync(step);
                    await().pollInSameThread()
                            .atMost(Duration.ofSeconds(20))
                            .until(() -> taken.isDone() || somebodyWaits());
                    assertThat(taken).isNotDone();
                    closes.entered(close.id(), CloseState.FINAL, "Close final");
                    return taken;
                }));
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select exists (select from pg_locks"
                        + " where not granted and pg_backend_pid() = any (pg_blocking_pids(pid)))")
                .query(Boolean.class)
                .single();
    }

    @Test
    void who_explained_a_variance_does_not_approve_the_explanation() {
        explain("controller");
        refused(() -> approve("controller"), Refusal.Kind.FORBIDDEN, "separation-of-duties");
        assertThat(approve("controller2").state()).isEqualTo(State.EXPLAINED);
    }

    @Test
    void an_approved_explanation_stands_while_the_legs_do_and_falls_when_one_changes() {
        explain("controller");
        approve("approver");
        assertThat(reconcile().count()).isZero();
        assertThat(now().state()).isEqualTo(State.EXPLAINED);
        close.ledgerSays("a1", "80");
        assertThat(reconcile().count()).isEqualTo(1);
        assertThat(now().state()).isEqualTo(State.OPEN);
        assertThat(now().explanation()).isNull();
        assertThat(now().approvedBy()).isNull();
        assertThat(as("manager", () -> audit.latest(Long.MAX_VALUE, 10))).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("variance-explanation-fell");
            assertThat(entry.before()).contains("EXPLAINED");
        });
    }

    @Test
    void a_proposal_falls_too_when_a_leg_changes() {
        explain("controller");
        close.ledgerSays("a1", "80");
        reconcile();
        assertThat(now().state()).isEqualTo(State.OPEN);
        refused(() -> approve("approver"), Refusal.Kind.CONFLICT, "variance-not-explained");
    }

    @Test
    void a_rejected_explanation_leaves_it_open_with_the_suggested_cause() {
        explain("controller");
        var rejected = as("approver", () -> reconciliation.reject(variance, "No such posting"));
        assertThat(rejected.state()).isEqualTo(State.OPEN);
        assertThat(rejected.cause()).isEqualTo(rejected.suggested());
        assertThat(rejected.explanation()).isNull();
    }

    @Test
    void one_explanation_can_serve_every_open_variance_of_a_cause() {
        close.account("a2", "50", "50")
                .ledgerSays("a2", "40")
                .billed("a3", "7", "USD")
                .moved("a3", "7", "7");
        reconcile();
        int explained =
                as("controller", () -> reconciliation.explainAll(close.id(), VarianceCause.UNKNOWN, "Rounding"));
        assertThat(explained).isEqualTo(2);
        assertThat(as("manager", () -> reconciliation.variances(close.id(), 0, 10)))
                .extracting(Variance::account, Variance::state)
                .contains(Tuple.tuple("a3", State.OPEN));
    }

    @Test
    void a_variance_gets_an_owner_who_works_here_and_a_day_to_come() {
        var today = LocalDate.now(ZoneOffset.UTC);
        var owner = close.organisation().login("analyst");
        var assigned = as("controller", () -> reconciliation.assign(variance, owner, today));
        assertThat(assigned.owner()).isEqualTo(owner);
        assertThat(assigned.dueOn()).isEqualTo(today);
        refused(
                () -> as("controller", () -> reconciliation.assign(variance, "nobody", today)),
                Refusal.Kind.INVALID,
                "no-such-owner");
        var manager = close.organisation().login("manager");
        refused(
                () -> as("controller", () -> reconciliation.assign(variance, manager, today)),
                Refusal.Kind.INVALID,
                "no-such-owner");
        refused(
                () -> as("controller", () -> reconciliation.assign(variance, owner, today.minusDays(2))),
                Refusal.Kind.INVALID,
                "due-in-the-past");
        var stranger = given.organisation().login("analyst");
        refused(
                () -> as("controller", () -> reconciliation.assign(variance, stranger, today)),
                Refusal.Kind.INVALID,
                "no-such-owner");
    }

    @Test
    void it_is_due_after_the_days_that_the_policy_gives() {
        assertThat(now().dueOn())
                .isEqualTo(now().openedAt().atZone(ZoneOffset.UTC).toLocalDate().plusDays(5));
    }

    @Test
    void steps_need_the_role_a_comment_and_an_open_variance() {
        assertThatThrownBy(() -> explain("analyst")).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> approve("manager")).isInstanceOf(NotAllowed.class);
        refused(
                () -> as("controller", () -> reconciliation.explain(variance, VarianceCause.TIMING, " ")),
                Refusal.Kind.INVALID,
                "comment-required");
        refused(() -> approve("approver"), Refusal.Kind.CONFLICT, "variance-not-explained");
        close.ledgerSays("a1", "100");
        reconcile();
        refused(() -> explain("controller"), Refusal.Kind.CONFLICT, "variance-not-open");
    }

    @Test
    void a_comparison_knows_the_revision_that_it_saw() {
        assertThat(comparedAt()).hasValue(0);
        long changed = close.organisation()
                .asSystem(() -> closes.changed(close.id(), SignOff.Kind.CLASSIFICATION, "Billing was replaced."));
        assertThat(comparedAt()).hasValue(0);
        reconcile();
        assertThat(comparedAt()).hasValue(changed);
    }

    private OptionalLong comparedAt() {
        return as("manager", () -> reconciliation.comparedAt(close.id()));
    }

    @Test
    void nothing_moves_once_the_close_is_final_and_strangers_see_nothing() {
        close.organisation().asSystem(() -> closes.entered(close.id(), CloseState.FINAL, "Published"));
        assertThatThrownBy(() -> explain("controller")).isInstanceOf(Closes.CloseIsFinal.class);
        var other = given.organisation();
        assertThatThrownBy(() -> other.as("controller", () -> reconciliation.variance(variance)))
                .isInstanceOf(NoSuchVariance.class);
    }
}
