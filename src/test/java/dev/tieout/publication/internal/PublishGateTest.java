package dev.tieout.publication.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.closing.SignOff;
import dev.tieout.movements.DecisionCounts;
import dev.tieout.publication.Gate;
import dev.tieout.publication.Gate.Check;
import dev.tieout.publication.Gate.Place;
import dev.tieout.publication.Gate.State;
import dev.tieout.publication.Gate.Topic;
import dev.tieout.publication.Publication.Status;
import dev.tieout.publication.internal.GateFacts.Figures;
import dev.tieout.publication.internal.GateFacts.OpeningCohort;
import dev.tieout.reconciliation.VarianceOwnership;
import dev.tieout.sources.Intake;
import dev.tieout.terms.MovementClass;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each check of the publish gate: what passes it, what does not, and what it says. */
class PublishGateTest {

    private final AllHolds close = new AllHolds();

    private Gate gate() {
        var facts = close.facts();
        return new Gate(
                "2026-10", 7, "USD", PublishGate.checks(facts), facts.tie().open());
    }

    private Check check(Topic topic) {
        return gate().checks().stream()
                .filter(check -> check.topic() == topic)
                .findFirst()
                .orElseThrow();
    }

    private void assertOpen(Topic topic, String sentence) {
        assertThat(check(topic).state()).isEqualTo(State.OPEN);
        assertThat(check(topic).sentence()).isEqualTo(sentence);
        assertThat(gate().standingInTheWayOf(Status.FINAL))
                .extracting(Check::topic)
                .containsExactly(topic);
    }

    @Test
    void a_close_that_lacks_nothing_can_be_final() {
        assertThat(gate().checks()).hasSize(Topic.values().length).allMatch(Check::passed);
        assertThat(gate().attainable()).contains(Status.FINAL);
    }

    @Test
    void every_topic_has_one_check_in_its_order() {
        assertThat(gate().checks()).extracting(Check::topic).containsExactly(Topic.values());
    }

    @Test
    void a_row_of_an_open_accounting_period_keeps_the_report_provisional() {
        close.openAccounting = List.of("stripe.csv has 3 rows of an accounting period that is still open.");

        assertOpen(Topic.ACCOUNTING_PERIODS, "stripe.csv has 3 rows of an accounting period that is still open.");
        assertThat(gate().attainable()).contains(Status.PROVISIONAL);
    }

    @Test
    void any_open_check_leaves_it_provisional_at_most() {
        close.tie = AllHolds.tie(true, true, 2);
        assertThat(gate().attainable()).contains(Status.PROVISIONAL);
        assertOpen(Topic.TIE_OUT, "2 variances are open, 2,469.00 USD together.");
    }

    @Test
    void a_restated_version_needs_what_its_correction_s_approval_does_not_stand_in_for() {
        close.signOffs = List.of();
        close.overdueTasks = List.of("Approve correction 2");
        assertThat(gate().standingInTheWayOf(Status.RESTATED)).isEmpty();
        close.tie = AllHolds.tie(true, true, 1);
        assertThat(gate().standingInTheWayOf(Status.RESTATED))
                .extracting(Check::topic)
                .containsExactly(Topic.TIE_OUT);
    }

    @Test
    void without_cohort_figures_or_approved_classification_nothing_goes_out() {
        close.signOffs = List.of();
        assertThat(gate().attainable()).isEmpty();
        assertThat(gate().standingInTheWayOf(Status.PROVISIONAL))
                .extracting(Check::topic)
                .containsExactly(Topic.CLASSIFICATION_SIGN_OFF);
    }

    @Test
    void a_policy_nobody_approved_stays_open() {
        close.policyApprovedAt = null;
        assertOpen(Topic.POLICY, "Version 1 of the metric policy has not been approved.");
    }

    @Test
    void two_policies_in_one_close_stay_open() {
        close.policiesUsed.add(2);
        assertOpen(Topic.POLICY, "Versions 1, 2 of the metric policy have made numbers of this close; only one may.");
    }

    @Test
    void opening_lines_that_changed_after_the_freeze_are_found() {
        close.cohort = new OpeningCohort("a".repeat(64), "b".repeat(64), 1_000);
        assertOpen(
                Topic.COHORT,
                "The opening lines are not those that were frozen: their hash was aaaaaaaaaaaa… and is bbbbbbbbbbbb….");
    }

    @Test
    void a_cohort_not_frozen_yet_waits() {
        close.cohort = new OpeningCohort(null, "", 0);
        assertThat(check(Topic.COHORT).state()).isEqualTo(State.NOT_YET);
        assertThat(gate().attainable()).isEmpty();
    }

    @Test
    void unknown_words_stay_open_until_someone_acknowledges_the_rows() {
        close.intake = AllHolds.intake(0, 4, 0);
        assertThat(check(Topic.CROSSWALK).sentence())
                .isEqualTo("4 rows with a status unknown to version 1 of the status crosswalk, which has 12 words, were"
                        + " left out and acknowledged.");
        close.intake = AllHolds.intake(4, 4, 0);
        assertThat(check(Topic.CROSSWALK).state()).isEqualTo(State.OPEN);
        assertThat(check(Topic.CROSSWALK).place()).isEqualTo(Place.SOURCES);
        assertThat(check(Topic.OWNERS).sentence()).isEqualTo("Nobody answers for 4 rejected rows.");
    }

    @Test
    void rows_that_fit_no_column_stay_open_until_someone_acknowledges_them() {
        close.intake = AllHolds.intake(1, 0, 1);
        assertThat(check(Topic.MAPPING).sentence())
                .isEqualTo("1 row does not fit the columns of the file, or the period and currencies of the close.");
        close.intake = AllHolds.intake(0, 0, 1);
        assertThat(check(Topic.MAPPING).passed()).isTrue();
    }

    @Test
    void rows_are_accounted_for_with_their_counts() {
        assertThat(check(Topic.ROWS).sentence())
                .isEqualTo("10,000 rows in 5 files: 9,990 accepted, 3 duplicates held back, 7 rejected and"
                        + " acknowledged (2 for missing values), 0 late. They add up.");
    }

    @Test
    void a_receipt_that_does_not_add_up_is_named() {
        close.intake = new Intake.Counts(1, 9, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of("billing.csv"));
        assertOpen(Topic.ROWS, "The receipt does not add up for billing.csv.");
    }

    @Test
    void import_exceptions_stay_open() {
        close.exceptions = List.of("There is no exchange rate from EUR into USD.", "2 rows were rejected.");
        assertOpen(Topic.ROWS, "There is no exchange rate from EUR into USD. 1 more exception.");
    }

    @Test
    void nothing_imported_is_not_yet_rather_than_open() {
        close.intake = AllHolds.nothingIn();
        close.movements = Map.of();
        close.figures = new Figures(false, false, null);
        close.tie = AllHolds.tie(false, false, 0);
        assertThat(gate().checks())
                .filteredOn(check -> check.state() == State.NOT_YET)
                .extracting(Check::topic)
                .containsExactly(
                        Topic.CROSSWALK,
                        Topic.MAPPING,
                        Topic.ROWS,
                        Topic.ACCOUNTING_PERIODS,
                        Topic.CLASSES,
                        Topic.INVARIANTS,
                        Topic.TIE_OUT);
    }

    @Test
    void movements_without_a_class_stay_open() {
        close.movements = Map.of(MovementClass.RENEWAL, 8L, MovementClass.UNCLASSIFIED, 1L);
        assertOpen(Topic.CLASSES, "1 movement has no class.");
    }

    @Test
    void an_override_that_was_set_aside_has_to_be_decided_anew() {
        close.decisions = new DecisionCounts.Counts(7, 0, 0, 7, List.of("A1", "A2", "A3", "A4", "A5", "A6", "A7"));
        assertOpen(
                Topic.OVERRIDES,
                "7 overrides are set aside, since the amounts no longer bear their classes: A1, A2, A3, A4, A5 and 2"
                        + " others. Decide anew.");
    }

    @Test
    void figures_older_than_the_decisions_stay_open_and_nothing_goes_out() {
        close.figures = new Figures(true, false, null);
        assertOpen(
                Topic.INVARIANTS, "Movements have changed since the figures were computed. They are computed again.");
        assertThat(gate().attainable()).isEmpty();
    }

    @Test
    void a_breach_is_told_in_its_own_words() {
        close.figures = new Figures(true, false, "Opening and movements do not add up to closing: A-1.");
        assertOpen(Topic.INVARIANTS, "Opening and movements do not add up to closing: A-1.");
    }

    @Test
    void legs_compared_before_the_last_change_stay_open() {
        close.tie = AllHolds.tie(true, false, 0);
        assertOpen(Topic.TIE_OUT, "Data or decisions have changed since the three legs were compared.");
    }

    @Test
    void an_account_that_does_not_roll_forward_is_named() {
        close.tie = AllHolds.untied("A-1");
        assertOpen(Topic.TIE_OUT, "1 account does not roll forward from the previous publication: A-1.");
    }

    @Test
    void an_open_variance_without_an_owner_or_overdue_is_named() {
        close.owners = new VarianceOwnership.Counts(3, 1, 2, List.of("A-1", "A-9"));
        close.overdueTasks = List.of("Resolve variances for 2026-10");
        assertOpen(
                Topic.OWNERS,
                "1 open variance has no owner; 2 open variances are overdue (A-1, A-9); the task “Resolve variances for"
                        + " 2026-10” is overdue.");
    }

    @Test
    void a_suspended_signature_is_open_and_a_missing_one_not_yet() {
        close.signOffs = List.of(AllHolds.suspended(SignOff.Kind.CLASSIFICATION));
        assertThat(check(Topic.CLASSIFICATION_SIGN_OFF).state()).isEqualTo(State.OPEN);
        assertThat(check(Topic.CLASSIFICATION_SIGN_OFF).sentence())
                .isEqualTo("The signature of approver no longer stands: A-1 was overridden.");
        assertThat(check(Topic.PUBLICATION_SIGN_OFF).state()).isEqualTo(State.NOT_YET);
    }
}
