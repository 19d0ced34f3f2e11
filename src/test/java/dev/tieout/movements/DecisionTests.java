package dev.tieout.movements;

import static dev.tieout.terms.MovementClass.CHURN;
import static dev.tieout.terms.MovementClass.CONTRACTION;
import static dev.tieout.terms.MovementClass.EXPANSION;
import static dev.tieout.terms.MovementClass.NEW;
import static dev.tieout.terms.MovementClass.REACTIVATION;
import static dev.tieout.terms.MovementClass.RENEWAL;
import static dev.tieout.terms.MovementClass.UNCLASSIFIED;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenBook;
import dev.tieout.GivenBook.Book;
import dev.tieout.GivenOrganisation;
import dev.tieout.audit.AuditTrail;
import dev.tieout.closing.Closes;
import dev.tieout.closing.Closes.CloseIsFinal;
import dev.tieout.closing.Contributions;
import dev.tieout.closing.SignOff;
import dev.tieout.closing.SignOffs;
import dev.tieout.movements.Movement.DecidedBy;
import dev.tieout.movements.Movements.DecisionRefused;
import dev.tieout.movements.Movements.NoSuchMovement;
import dev.tieout.organisation.CurrentActor.NotAllowed;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class DecisionTests {

    @Autowired
    Given given;

    @Autowired
    GivenBook books;

    @Autowired
    Movements movements;

    @Autowired
    Closes closes;

    @Autowired
    SignOffs signOffs;

    @Autowired
    Contributions contributions;

    @Autowired
    AuditTrail audit;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    GivenOrganisation organisation;
    Book book;

    @BeforeEach
    void a_classified_book() {
        organisation = given.organisation();
        book = books.open(organisation, "2026-10")
                .account("UP", "100", "120")
                .account("SAME", "100", "100")
                .account("DOWN", "100", "80")
                .account("GONE", "100", null)
                .account("FRESH", null, "10")
                .opening("PAUSED", "S", "Core", "100")
                .billing("PAUSED", "S", "Core", "100", "PAUSED");
        classify();
    }

    @Test
    void an_override_stands_with_its_author_and_comment_and_can_be_taken_back() {
        var over = override("FRESH", REACTIVATION, "They were a customer in 2020");
        assertThat(over.movementClass()).isEqualTo(REACTIVATION);
        assertThat(over.decidedBy())
                .isEqualTo(new DecidedBy.Person(organisation.person("analyst").name(), "They were a customer in 2020"));
        assertThat(over.ruled().movementClass()).isEqualTo(NEW);
        var back =
                organisation.as("approver", () -> movements.undoOverride(book.close(), "FRESH", "", "They were not"));
        assertThat(back.movementClass()).isEqualTo(NEW);
        assertThat(back.decidedBy()).isInstanceOf(DecidedBy.Row.class);
        assertThat(actions()).contains("movement-overridden", "override-undone");
    }

    @Test
    void an_override_waits_for_a_correction_that_holds_the_close_and_then_counts() {
        var override = organisation.asSystem(() -> new TransactionTemplate(transactions).execute(status -> {
            closes.holdRevision(book.close());
            var taken = CompletableFuture.supplyAsync(() -> override("FRESH", REACTIVATION, "Known"));
            await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> taken.isDone() || somebodyWaits());
            movements.reclassify(book.close(), Set.of("UP"));
            return taken;
        }));
        assertThat(requireNonNull(override)).succeedsWithin(Duration.ofSeconds(20));
        assertThat(of("FRESH").movementClass()).isEqualTo(REACTIVATION);
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select exists (select from pg_locks"
                        + " where not granted and pg_backend_pid() = any (pg_blocking_pids(pid)))")
                .query(Boolean.class)
                .single();
    }

    @Test
    void an_override_survives_classifying_again() {
        override("FRESH", REACTIVATION, "Known");
        classify();
        assertThat(of("FRESH").movementClass()).isEqualTo(REACTIVATION);
    }

    @Test
    void an_override_that_new_amounts_do_not_bear_is_set_aside_and_flagged() {
        override("FRESH", REACTIVATION, "Known");
        book.opening("FRESH", "S", "Core", "5");
        classify();
        var movement = of("FRESH");
        assertThat(movement.movementClass()).isEqualTo(EXPANSION);
        assertThat(movement.decidedBy()).isInstanceOf(DecidedBy.Row.class);
        assertThat(movement.review()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "UP, RENEWAL",
        "UP, NEW",
        "UP, CONTRACTION",
        "UP, CHURN",
        "SAME, EXPANSION",
        "SAME, REACTIVATION",
        "DOWN, CHURN",
        "DOWN, EXPANSION",
        "GONE, CONTRACTION",
        "GONE, RENEWAL",
        "FRESH, EXPANSION",
        "FRESH, CHURN",
        "UP, UNCLASSIFIED"
    })
    void a_class_that_the_amounts_do_not_bear_is_refused(String account, MovementClass to) {
        assertThatThrownBy(() -> override(account, to, "Because"))
                .isInstanceOf(DecisionRefused.class)
                .hasMessageMatching(to == UNCLASSIFIED ? ".*no decision.*" : to + " .*");
        assertThat(of(account).decidedBy()).isInstanceOf(DecidedBy.Row.class);
    }

    @Test
    void a_pause_may_be_read_as_contraction_or_as_churn() {
        assertThat(override("PAUSED", CONTRACTION, "They come back").movementClass())
                .isEqualTo(CONTRACTION);
        assertThat(override("PAUSED", CHURN, "They do not").movementClass()).isEqualTo(CHURN);
    }

    @Test
    void a_decision_needs_a_comment() {
        assertThatThrownBy(() -> override("SAME", RENEWAL, " ")).isInstanceOf(DecisionRefused.class);
        assertThatThrownBy(() ->
                        organisation.as("analyst", () -> movements.exclude(book.close(), "SAME", "Test account", "")))
                .isInstanceOf(DecisionRefused.class);
    }

    @Test
    void only_analysts_and_approvers_decide() {
        assertThatThrownBy(() -> organisation.as(
                        "controller",
                        () -> movements.override(book.close(), "FRESH", "", REACTIVATION, Reason.RETURNED, "Because")))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() ->
                        organisation.as("manager", () -> movements.exclude(book.close(), "FRESH", "Test", "Because")))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void nothing_is_decided_on_a_final_close() {
        book.finished();
        assertThatThrownBy(() -> override("FRESH", REACTIVATION, "Because")).isInstanceOf(CloseIsFinal.class);
        assertThatThrownBy(this::classify).isInstanceOf(CloseIsFinal.class);
    }

    @Test
    void an_account_that_is_not_there_is_named() {
        assertThatThrownBy(() -> override("NOBODY", RENEWAL, "Because")).isInstanceOf(NoSuchMovement.class);
        assertThatThrownBy(() ->
                        organisation.as("analyst", () -> movements.exclude(book.close(), "NOBODY", "Test", "Because")))
                .isInstanceOf(NoSuchMovement.class);
    }

    @Test
    void a_decision_raises_the_revision_suspends_the_sign_off_and_is_noted() {
        organisation.as("approver", () -> signOffs.sign(book.close(), SignOff.Kind.CLASSIFICATION, null));
        long before = revision();
        override("FRESH", REACTIVATION, "Because");
        assertThat(revision()).isGreaterThan(before);
        assertThat(organisation.as("manager", () -> signOffs.of(book.close()))).noneMatch(SignOff::stands);
        assertThat(contributionsOfAnalyst()).contains(Contributions.Kind.OVERRODE);
    }

    @Test
    void the_same_decision_twice_is_one() {
        override("FRESH", REACTIVATION, "Because");
        long once = revision();
        override("FRESH", REACTIVATION, "Because");
        exclude("SAME");
        long excluded = revision();
        exclude("SAME");
        assertThat(revision()).isEqualTo(excluded).isEqualTo(once + 1);
    }

    @Test
    void an_exclusion_covers_every_line_survives_and_is_taken_back() {
        exclude("UP");
        classify();
        assertThat(of("UP").excluded()).isTrue();
        assertThat(organisation.as("manager", () -> movements.counts(book.close())))
                .containsEntry(EXPANSION, 0L)
                .containsEntry(UNCLASSIFIED, 0L);
        assertThatThrownBy(() ->
                        organisation.as("approver", () -> movements.exclude(book.close(), "UP", "Test", "Me too")))
                .isInstanceOf(DecisionRefused.class);
        organisation.as("analyst", () -> movements.include(book.close(), "UP", "It counts"));
        assertThat(of("UP").excluded()).isFalse();
        assertThat(contributionsOfAnalyst()).contains(Contributions.Kind.EXCLUDED);
        assertThat(actions()).contains("account-excluded", "account-included");
    }

    private void classify() {
        organisation.asSystem(() -> movements.classify(book.close(), 0, 1));
    }

    private Movement override(String account, MovementClass to, String comment) {
        return organisation.as(
                "analyst", () -> movements.override(book.close(), account, "", to, Reason.OTHER, comment));
    }

    private void exclude(String account) {
        organisation.as("analyst", () -> movements.exclude(book.close(), account, "Test account", "Ours"));
    }

    private Movement of(String account) {
        return organisation.as("manager", () -> movements.of(book.close(), account, ""));
    }

    private long revision() {
        return organisation.as("manager", () -> closes.withKey(book.close())).revision();
    }

    private Set<Contributions.Kind> contributionsOfAnalyst() {
        var name = organisation.person("analyst").name();
        return organisation.as("manager", () -> contributions.of(book.close(), name));
    }

    private List<String> actions() {
        return organisation.as("manager", () -> audit.latest(Long.MAX_VALUE, 50)).stream()
                .map(entry -> entry.action())
                .toList();
    }
}
