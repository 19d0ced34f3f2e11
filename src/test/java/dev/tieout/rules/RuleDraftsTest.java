package dev.tieout.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.audit.AuditEntry;
import dev.tieout.audit.AuditTrail;
import dev.tieout.closing.Closes;
import dev.tieout.organisation.CurrentActor.NotAllowed;
import dev.tieout.rules.RuleDraft.Row;
import dev.tieout.rules.RuleTableVersion.State;
import dev.tieout.terms.Period;
import dev.tieout.terms.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** From a draft to a version that closes use. */
@DatabaseTest
class RuleDraftsTest {

    private static final PinnedTable SHIPPED = new PinnedTable(RuleTables.MOVEMENT_CLASSIFICATION, 1);
    private static final Period DECEMBER = Period.parse("2026-12");

    @Autowired
    Given given;

    @Autowired
    RuleDrafts drafts;

    @Autowired
    RuleTables tables;

    @Autowired
    Closes closes;

    @Autowired
    AuditTrail audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    GivenOrganisation ours;

    @BeforeEach
    void organisation() {
        ours = given.organisation();
    }

    @Test
    void a_draft_begins_with_the_rows_of_a_version_and_changes_nothing_yet() {
        var draft = begun();

        assertThat(draft.version().version()).isEqualTo(2);
        assertThat(draft.version().state()).isEqualTo(State.DRAFT);
        assertThat(draft.version().basedOn()).isEqualTo(1);
        assertThat(draft.rows()).hasSize(37);
        assertThat(draft.analysis().isSubmittable()).isTrue();
        assertThat(pinnedFor("2026-12")).isEqualTo(1);
    }

    @Test
    void a_submitted_version_that_another_person_approves_applies_from_its_period_on() {
        var version = submitted();

        ours.as("approver", () -> drafts.approve(version, "Agreed with finance"));

        assertThat(pinnedFor("2026-11")).isEqualTo(1);
        assertThat(pinnedFor("2026-12")).isEqualTo(2);
        assertThat(ours.as("manager", () -> audit.latest(Long.MAX_VALUE, 50)))
                .filteredOn(entry -> entry.subject().equals("rules/movement-classification/2"))
                .extracting(AuditEntry::action)
                .containsExactly("rule-version-approved", "rule-version-submitted", "rule-version-drafted");
    }

    @Test
    void a_malformed_cell_is_kept_in_the_draft_named_in_its_analysis_and_never_submitted() {
        var draft = begun();
        var rows = new ArrayList<>(draft.rows());
        rows.set(0, changed(rows.getFirst(), 1, "System.exit(1)"));

        var saved = ours.as(
                "analyst",
                () -> drafts.save(draft.version().pinned(), draft.edition(), rows, DECEMBER, "Trying something"));

        assertThat(saved.rows().getFirst().cells()).contains("System.exit(1)");
        assertThat(saved.analysis().errors())
                .singleElement()
                .satisfies(fault -> assertThat(fault.column()).isEqualTo("opening"));
        assertThat(refused(() -> drafts.submit(saved.version().pinned(), saved.edition())))
                .isInstanceOf(RuleTableRefused.class);
        assertThat(ours.as(
                        "manager",
                        () -> tables.content(draft.version().pinned()).rows()))
                .hasSize(37);
    }

    @Test
    void who_saves_over_an_edition_they_have_not_seen_is_refused() {
        var draft = begun();
        var pinned = draft.version().pinned();
        ours.as("analyst", () -> drafts.save(pinned, draft.edition(), draft.rows(), DECEMBER, "First"));

        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> ours.as(
                        "analyst2", () -> drafts.save(pinned, draft.edition(), draft.rows(), DECEMBER, "Second")));
    }

    @Test
    void the_trail_has_a_row_for_each_time_that_another_person_sits_down_to_a_draft() {
        var first = begun();
        var pinned = first.version().pinned();
        var second = saved("analyst", first, "One");
        var third = saved("analyst", second, "Two");
        var fourth = saved("analyst2", third, "Three");
        var fifth = saved("analyst2", fourth, "Four");
        saved("analyst", fifth, "Five");

        assertThat(trail(pinned)).containsExactly("rule-version-edited", "rule-version-edited", "rule-version-drafted");
        assertThat(ours.as("manager", () -> drafts.draft(pinned)).version().editors())
                .containsExactly(ours.id() + "-analyst", ours.id() + "-analyst2");
    }

    @Test
    void a_discarded_draft_stands_in_no_list_and_leaves_its_number_to_nobody() {
        var draft = begun();
        var pinned = draft.version().pinned();
        ours.as("analyst2", () -> drafts.discard(pinned, draft.edition()));

        assertThat(ours.as("manager", tables::versions))
                .extracting(RuleTableVersion::pinned)
                .doesNotContain(pinned);
        assertThat(trail(pinned)).startsWith("rule-version-discarded");
        assertThat(begun().version().version()).isEqualTo(3);
        assertThat(refused(() -> drafts.submit(pinned, draft.edition())).sentence())
                .contains("has been submitted already");
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> ours.as("approver", () -> drafts.discard(pinned, 1)));
    }

    @Test
    void what_has_been_submitted_is_not_discarded() {
        var version = submitted();

        assertThat(refused(() -> {
                            drafts.discard(version, 1);
                            return version;
                        })
                        .sentence())
                .contains("is no draft any more");
    }

    @Test
    void nobody_who_wrote_in_a_version_decides_about_it() {
        var version = submitted();

        assertThat(ours.as("manager", () -> drafts.objection(version, ours.id() + "-analyst")))
                .contains("does not decide");
        assertThat(ours.as("manager", () -> String.valueOf(drafts.objection(version, ours.id() + "-approver"))))
                .isEqualTo("null");
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> ours.as("analyst", () -> drafts.approve(version, null)));
    }

    @Test
    void a_rejected_version_says_why_and_never_applies() {
        var version = submitted();

        var rejected = ours.as("approver", () -> drafts.reject(version, "Row 3 belongs below row 5"));

        assertThat(rejected.state()).isEqualTo(State.REJECTED);
        assertThat(rejected.decisionComment()).isEqualTo("Row 3 belongs below row 5");
        assertThat(refused("approver2", () -> drafts.approve(version, null)).sentence())
                .contains("is not waiting for approval");
        assertThat(pinnedFor("2026-12")).isEqualTo(1);
    }

    @Test
    void a_version_once_submitted_takes_no_more_changes() {
        var version = submitted();
        var draft = ours.as("analyst", () -> drafts.draft(version));

        assertThat(refused(() -> drafts.save(version, draft.edition(), draft.rows(), DECEMBER, "Late"))
                        .sentence())
                .contains("is no draft any more");
    }

    @Test
    void a_change_to_a_final_period_is_refused_and_points_to_a_correction() {
        open("2026-12", true);
        var draft = begun();

        assertThat(draft.version().effectiveFrom()).isEqualTo("2027-01");
        var refusal = refused(() -> save(draft, DECEMBER));
        assertThat(refusal.sentence())
                .contains("2026-12 is final")
                .contains("raise a correction of 2026-12")
                .contains("from 2027-01 on");
        assertThat(refusal.way()).contains("closes/2026-12/correct");
        assertThat(ours.as("analyst", () -> drafts.objectionTo(draft.version().pinned(), DECEMBER)))
                .isPresent();
        assertThat(ours.as("analyst", () -> drafts.objectionTo(draft.version().pinned(), DECEMBER.next())))
                .isEmpty();
    }

    @Test
    void a_period_that_is_being_closed_keeps_the_rules_it_was_opened_with() {
        open("2026-12", false);
        var draft = begun();

        assertThat(refused(() -> save(draft, DECEMBER)).sentence()).contains("2026-12 has been opened");
    }

    private RuleDraft begun() {
        return ours.as("analyst", () -> drafts.begin(SHIPPED, "Reviewed for the new year"));
    }

    private PinnedTable submitted() {
        var draft = begun();
        return ours.as("analyst", () -> {
            var rows = new ArrayList<>(draft.rows());
            rows.set(
                    0,
                    new Row(
                            "A new line of an account that was with us",
                            rows.getFirst().cells()));
            var saved = drafts.save(draft.version().pinned(), draft.edition(), rows, DECEMBER, "Clearer words");
            return drafts.submit(saved.version().pinned(), saved.edition()).pinned();
        });
    }

    private RuleDraft saved(String who, RuleDraft seen, String comment) {
        return ours.as(who, () -> drafts.save(seen.version().pinned(), seen.edition(), seen.rows(), DECEMBER, comment));
    }

    private List<String> trail(PinnedTable version) {
        return ours.as("manager", () -> audit.latest(Long.MAX_VALUE, 50)).stream()
                .filter(entry -> entry.subject().equals("rules/" + version.table() + "/" + version.version()))
                .map(AuditEntry::action)
                .toList();
    }

    private RuleTableVersion save(RuleDraft draft, Period from) {
        var saved = drafts.save(draft.version().pinned(), draft.edition(), draft.rows(), from, "For that period");
        return drafts.submit(saved.version().pinned(), saved.edition());
    }

    private void open(String period, boolean isFinal) {
        ours.as("analyst", () -> closes.open(Period.parse(period)));
        if (isFinal) {
            ours.asSystem(() -> transaction.executeWithoutResult(
                    _ -> jdbc.sql("update close set state = 'FINAL'").update()));
        }
    }

    private int pinnedFor(String period) {
        return ours.as("analyst", () -> tables.approvedFor(Period.parse(period)))
                .getOrDefault(SHIPPED.table(), 0);
    }

    private Refusal refused(Supplier<?> step) {
        return refused("analyst", step);
    }

    private Refusal refused(String person, Supplier<?> step) {
        var refusal = catchThrowableOfType(Refusal.class, () -> ours.as(person, step));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private static Row changed(Row row, int cell, String text) {
        var cells = new ArrayList<>(row.cells());
        cells.set(cell, text);
        return new Row(row.description(), List.copyOf(cells));
    }
}
