package dev.tieout.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.closing.Closes;
import dev.tieout.closing.SignOff;
import dev.tieout.metrics.Bridge;
import dev.tieout.movements.Movements;
import dev.tieout.publication.Publication.Status;
import dev.tieout.publication.Publications.GateClosed;
import dev.tieout.publication.Publications.NoSuchDimension;
import dev.tieout.publication.Publications.NotPublished;
import dev.tieout.publication.Report.View;
import dev.tieout.reconciliation.Reconciliation;
import dev.tieout.reconciliation.TiedClose;
import dev.tieout.rules.VarianceCause;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Versions of one close: two accounts of the cohort, one of which contracts, and a new one. */
@DatabaseTest
class PublishingTest {

    @Autowired
    Given given;

    @Autowired
    GivenPublication publishing;

    @Autowired
    Closes closes;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    Movements movements;

    @Autowired
    Publications publications;

    @Autowired
    Environment environment;

    GivenPublication.Draft draft;
    TiedClose close;

    @BeforeEach
    void tieOut() {
        draft = publishing.draft(given.organisation());
        close = draft.close();
        close.account("b1", "1000", "1000").account("s1", "500", "400").account("s2", "0", "70");
        close.figures();
        draft.reconcile();
    }

    private Publication publish(Status status) {
        return draft.publish(status);
    }

    private Report report(View view, String dimension) {
        return close.organisation().as("manager", () -> publications.report(close.id(), null, view, dimension));
    }

    private void wrongLedger() {
        close.ledgerSays("b1", "990");
        draft.reconcile();
    }

    @Test
    void final_is_stamped_with_everything_that_made_the_numbers() {
        draft.signAll();
        var published = publish(Status.FINAL);
        assertThat(published.version()).isEqualTo(1);
        assertThat(published.openVariances()).isZero();
        assertThat(published.nrrLow()).isEqualTo(published.nrrHigh());
        var stamps = published.stamps();
        assertThat(stamps.policy()).isEqualTo(1);
        assertThat(stamps.rules()).containsEntry("variance-cause", 1);
        assertThat(stamps.ruleHashes().get("variance-cause")).hasSize(64);
        assertThat(stamps.cohortHash()).isEqualTo(TiedClose.NO_OPENING_LINES);
        assertThat(stamps.sources())
                .hasSize(3)
                .allSatisfy(source -> assertThat(source.sha256()).hasSize(64));
        assertThat(stamps.build()).isNotBlank();
        assertThat(stamps.publishedAt()).isEqualTo(published.publishedAt());
        assertThat(stamps.approvers())
                .extracting(Publication.Approver::signed)
                .containsExactly("CLASSIFICATION", "PUBLICATION");
        assertThat(close.organisation().as("manager", () -> publications.latest(close.id())))
                .contains(published);
    }

    @Test
    void publishing_twice_is_one_version() {
        draft.signAll();
        assertThat(publish(Status.FINAL)).isEqualTo(publish(Status.FINAL));
        assertThat(close.value("select count(*) from publication where close_id = :close", Long.class))
                .isEqualTo(1);
    }

    @Test
    void versions_count_up_and_final_ends_them() {
        draft.signAll();
        wrongLedger();
        assertThat(publish(Status.PROVISIONAL).version()).isEqualTo(1);
        assertThat(publish(Status.PROVISIONAL).version()).isEqualTo(1);
        close.ledgerSays("b1", "980");
        draft.reconcile();
        assertThat(publish(Status.PROVISIONAL).version()).isEqualTo(2);
        close.ledgerSays("b1", "1000");
        draft.reconcile();
        assertThat(publish(Status.FINAL).version()).isEqualTo(3);
        assertThatThrownBy(() -> publish(Status.PROVISIONAL)).isInstanceOf(Closes.CloseIsFinal.class);
        assertThat(close.organisation().as("manager", () -> publications.of(close.id())))
                .extracting(Publication::version, Publication::openVariances)
                .containsExactly(Tuple.tuple(1, 1), Tuple.tuple(2, 1), Tuple.tuple(3, 0));
    }

    @Test
    void an_open_variance_makes_it_provisional_with_amount_and_range_until_it_is_explained() {
        draft.signAll();
        wrongLedger();
        assertThatThrownBy(() -> publish(Status.FINAL))
                .isInstanceOf(GateClosed.class)
                .hasMessageContaining("Three-way tie: 1 variance is open, 10.00 USD.")
                .hasMessageContaining("1 open variance has no owner");
        var provisional = publish(Status.PROVISIONAL);
        assertThat(provisional.openVariance()).isEqualByComparingTo("10");
        assertThat(provisional.nrrLow()).isEqualByComparingTo("0.926667");
        assertThat(provisional.nrrHigh()).isEqualByComparingTo("0.940000");
        assertThat(provisional.grrLow()).isEqualByComparingTo("0.926667");
        assertThat(provisional.grrHigh()).isEqualByComparingTo("0.933333");
        long variance = close.value("select id from variance where close_id = :close", Long.class);
        close.organisation()
                .as("controller", () -> reconciliation.explain(variance, VarianceCause.TIMING, "Posted late"));
        assertThatThrownBy(() -> publish(Status.FINAL)).isInstanceOf(GateClosed.class);
        close.organisation().as("controller2", () -> reconciliation.approve(variance, null));
        assertThat(publish(Status.FINAL).version()).isEqualTo(2);
    }

    @Test
    void a_suspended_sign_off_closes_the_gate() {
        assertThatThrownBy(() -> publish(Status.PROVISIONAL)).isInstanceOf(GateClosed.class);
        draft.sign(SignOff.Kind.CLASSIFICATION);
        assertThatThrownBy(() -> publish(Status.FINAL))
                .isInstanceOf(GateClosed.class)
                .hasMessage("Publication signed off: Nobody has signed yet.");
        draft.sign(SignOff.Kind.PUBLICATION);
        close.organisation()
                .as("analyst", () -> closes.changed(close.id(), SignOff.Kind.CLASSIFICATION, "a file was replaced"));
        assertThatThrownBy(() -> publish(Status.FINAL))
                .isInstanceOf(GateClosed.class)
                .hasMessageContaining("Classification signed off: The signature of ")
                .hasMessageContaining("no longer stands: a file was replaced.");
    }

    @Test
    void figures_that_no_longer_say_what_the_movements_say_keep_the_gate_closed() {
        draft.signAll();
        assertThat(draft.gate().attainable()).contains(Status.FINAL);
        close.sql("update movement set closing = 450 where close_id = :close and account = 's1'", Map.of());
        assertThat(draft.gate().standingInTheWayOf(Status.PROVISIONAL))
                .extracting(Gate.Check::topic)
                .containsExactly(Gate.Topic.INVARIANTS);
        assertThatThrownBy(() -> publish(Status.FINAL)).isInstanceOf(GateClosed.class);
    }

    @Test
    void an_override_set_aside_keeps_the_gate_closed_until_somebody_decides_anew() {
        draft.signAll();
        close.sql(
                "insert into movement_decision values (current_organisation(), :close, 's1', '', 'OVERRIDE', 'CHURN',"
                        + " 'CANCELLED', 'Left for good', 'analyst', now())",
                Map.of());
        assertThat(draft.gate().standingInTheWayOf(Status.FINAL))
                .extracting(Gate.Check::sentence)
                .containsExactly(
                        "1 override is set aside, since the amounts no longer bear its class: s1. Decide anew.");
        close.organisation()
                .as("analyst", () -> movements.undoOverride(close.id(), "s1", "", "It stays, only smaller"));
        assertThat(draft.gate().standingInTheWayOf(Status.FINAL))
                .extracting(Gate.Check::topic)
                .doesNotContain(Gate.Topic.OVERRIDES);
    }

    @Test
    void opening_lines_slipped_in_after_the_freeze_keep_the_gate_closed() {
        draft.signAll();
        close.sql(
                "insert into opening_line (organisation, close_id, account, subscription, product, mrr, currency, status)"
                        + " values (current_organisation(), :close, 'b9', '', '', 5, 'USD', 'ACTIVE')",
                Map.of());
        assertThat(draft.gate().attainable()).isEmpty();
    }

    @Test
    void data_that_changed_after_the_comparison_keeps_the_gate_closed() {
        draft.signAll();
        close.organisation()
                .as("analyst", () -> closes.changed(close.id(), SignOff.Kind.PUBLICATION, "a ledger file came"));
        draft.signAll();
        assertThat(draft.gate().standingInTheWayOf(Status.FINAL))
                .extracting(Gate.Check::topic)
                .containsExactly(Gate.Topic.TIE_OUT);
        draft.reconcile();
        assertThat(draft.gate().isClear()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update publication set status = 'FINAL'",
                "delete from publication",
                "update publication_figure set opening = 0",
                "delete from publication_movement",
                "truncate publication_movement"
            })
    void published_rows_cannot_be_changed_not_even_by_the_owner(String statement) throws SQLException {
        draft.signAll();
        publish(Status.FINAL);
        try (var owner = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.flyway.url"),
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password"));
                var change = owner.createStatement()) {
            assertThatThrownBy(() -> change.execute(statement)).hasMessageContaining("is append-only");
        }
    }

    @Test
    void the_report_keeps_its_figures_whatever_becomes_of_the_close() {
        draft.signAll();
        publish(Status.FINAL);
        close.sql("update movement set opening = 1, closing = 1 where close_id = :close", Map.of());
        close.sql("delete from figure where close_id = :close", Map.of());
        var total = report(View.MRR, "").total();
        assertThat(total.opening()).isEqualByComparingTo("1500");
        assertThat(total.nrr(false).orElseThrow().decimal()).hasToString("0.933333");
        assertThat(report(View.ARR, "").total().closing()).isEqualByComparingTo("17640");
        assertThat(report(View.ARR, "").total().nrr(false))
                .isEqualTo(report(View.ARR, "").total().nrr(false));
    }

    @Test
    void any_attribute_of_the_movements_slices_it_and_sums_to_the_total() {
        draft.signAll();
        publish(Status.FINAL);
        for (var dimension : List.of("segment", "region")) {
            var report = report(View.MRR, dimension);
            assertThat(report.slices()).hasSize(2).allMatch(Bridge::adds);
            assertThat(report.slices().getFirst().opening()).isEqualByComparingTo("1000");
            assertThat(report.slices().getLast().contraction()).isEqualByComparingTo("100");
            assertThat(report.slices().getLast().newAmount()).isEqualByComparingTo("70");
            assertThat(report.slices().getLast().accounts()).isEqualTo(new Bridge.Accounts(1, 1, 1, 0, 0, 1, 0, 0));
        }
        assertThatThrownBy(() -> report(View.MRR, "shoe size")).isInstanceOf(NoSuchDimension.class);
    }

    @Test
    void what_is_not_published_is_said_so() {
        assertThatThrownBy(() -> report(View.MRR, ""))
                .isInstanceOf(NotPublished.class)
                .hasMessage("Nothing of 2026-10 has been published yet.");
    }
}
