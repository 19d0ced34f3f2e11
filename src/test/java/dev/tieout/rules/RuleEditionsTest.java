package dev.tieout.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.rules.RuleDraft.Row;
import dev.tieout.rules.RuleDrafts.RuleVersionRefused;
import dev.tieout.rules.RuleTableVersion.State;
import dev.tieout.terms.Period;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Nobody hands over or throws away what they have not seen, and what was said of a version stands. */
@DatabaseTest
class RuleEditionsTest {

    private static final PinnedTable SHIPPED = new PinnedTable(RuleTables.VARIANCE_CAUSE, 1);
    private static final Period DECEMBER = Period.parse("2026-12");

    @Autowired
    Given given;

    @Autowired
    RuleDrafts drafts;

    @Autowired
    RuleTables tables;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    GivenOrganisation ours;
    RuleDraft seen;
    PinnedTable pinned;

    @BeforeEach
    void an_analyst_has_written_a_draft() {
        ours = given.organisation();
        var begun = ours.as("analyst", () -> drafts.begin(SHIPPED, "Reviewed for the new year"));
        pinned = begun.version().pinned();
        seen = written("analyst", begun, "One word better");
    }

    @Test
    void a_draft_that_somebody_else_has_changed_is_not_submitted_unseen() {
        var now = written("analyst2", seen, "Another word better");

        refused(() -> ours.as("analyst", () -> drafts.submit(pinned, seen.edition())))
                .withMessageContaining(ours.id() + "-analyst2 has changed version 2 since you read it");
        assertThat(ours.as("analyst", () -> drafts.submit(pinned, now.edition()))
                        .state())
                .isEqualTo(State.IN_REVIEW);
    }

    @Test
    void nor_is_it_thrown_away_or_written_over_by_a_file() {
        byte[] file = ours.as("manager", () -> tables.content(pinned).csv()).getBytes(StandardCharsets.UTF_8);
        written("analyst2", seen, "Another word better");

        refused(() -> ours.as("analyst", () -> drafts.discard(pinned, seen.edition())));
        refused(() -> ours.as("analyst", () -> drafts.replace(pinned, seen.edition(), file)));
        assertThat(ours.as("manager", () -> drafts.draft(pinned))
                        .rows()
                        .getFirst()
                        .description())
                .isEqualTo("Another word better");
    }

    @Test
    void who_wrote_last_has_seen_it_and_nobody_else_has() {
        assertThat(ours.as("analyst", () -> drafts.ownEdition(pinned))).isEqualTo(seen.edition());
        refused(() -> ours.as("analyst2", () -> drafts.ownEdition(pinned)))
                .withMessageContaining("it is at edition " + seen.edition() + " now");
    }

    @Test
    void who_wrote_rows_that_were_rejected_does_not_decide_about_the_version_that_goes_on_from_them() {
        ours.as("analyst", () -> drafts.submit(pinned, seen.edition()));
        ours.as("approver", () -> drafts.reject(pinned, "Row 3 belongs below row 5"));

        var next = ours.as("analyst2", () -> drafts.begin(pinned, "Row 3 moved"));

        assertThat(next.version().editors()).containsExactly(ours.id() + "-analyst2", ours.id() + "-analyst");
        assertThat(ours.as("manager", () -> drafts.objection(next.version().pinned(), ours.id() + "-analyst")))
                .contains("does not decide");
    }

    @Test
    void who_submitted_a_version_stands_from_then_on() {
        ours.as("analyst", () -> drafts.submit(pinned, seen.edition()));

        for (var column : List.of("submitted_by", "edited_by", "created_by")) {
            refusedInDatabase(column + " = 'somebody'", "no longer changes|keeps its author");
        }
        refusedInDatabase("submitted_at = now()", "no longer changes");
    }

    @Test
    void a_decision_stands_in_the_database_as_it_was_made() {
        ours.as("analyst", () -> drafts.submit(pinned, seen.edition()));
        ours.as("approver", () -> drafts.approve(pinned, "Agreed with finance"));

        for (var column : List.of("approved_by", "decided_by", "decision_comment")) {
            refusedInDatabase(column + " = 'somebody'", "the decision about version 2 of variance-cause stands");
        }
        refusedInDatabase("decided_at = now()", "the decision about version 2");
        refusedInDatabase("approved_at = null", "the decision about version 2");
    }

    @Test
    void the_database_takes_no_approval_by_a_writer_and_no_decision_before_its_time() {
        refusedInDatabase("decided_by = 'somebody'", "has not been decided about");
        ours.as("analyst", () -> drafts.submit(pinned, seen.edition()));

        refusedInDatabase("state = 'APPROVED', decided_by = editors[1], decided_at = now()", "does not approve it");
    }

    private void refusedInDatabase(String change, String because) {
        var update = "update rule_version set " + change + " where rule_table = 'variance-cause' and version = 2";
        assertThatExceptionOfType(DataAccessException.class)
                .as(change)
                .isThrownBy(() -> ours.asSystem(() ->
                        transaction.executeWithoutResult(_ -> jdbc.sql(update).update())))
                .satisfies(refused -> assertThat(refused.getMostSpecificCause()).hasMessageFindingMatch(because));
    }

    private static ThrowableAssertAlternative<RuleVersionRefused> refused(ThrowingCallable step) {
        return assertThatExceptionOfType(RuleVersionRefused.class).isThrownBy(step);
    }

    private RuleDraft written(String person, RuleDraft from, String description) {
        var rows = new ArrayList<>(from.rows());
        rows.set(0, new Row(description, rows.getFirst().cells()));
        return ours.as(
                person,
                () -> drafts.save(
                        from.version().pinned(),
                        from.edition(),
                        rows,
                        DECEMBER,
                        from.version().comment()));
    }
}
