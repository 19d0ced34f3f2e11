package dev.tieout.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.rules.RuleDraft.Row;
import dev.tieout.terms.Period;
import dev.tieout.terms.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What keeps a well-formed version from being submitted. */
@DatabaseTest
class RuleSoundnessTest {

    private static final PinnedTable SHIPPED = new PinnedTable(RuleTables.MOVEMENT_CLASSIFICATION, 1);
    private static final Period DECEMBER = Period.parse("2026-12");

    @Autowired
    Given given;

    @Autowired
    RuleDrafts drafts;

    @Autowired
    RuleCases cases;

    GivenOrganisation ours;

    @BeforeEach
    void organisation() {
        ours = given.organisation();
    }

    @Test
    void a_version_that_breaks_a_golden_case_is_not_submitted() {
        var draft = begun();
        var rows = new ArrayList<>(draft.rows());
        rows.set(14, changed(rows.get(14), 17, "CONTRACTION"));
        var saved = ours.as(
                "analyst",
                () -> drafts.save(draft.version().pinned(), draft.edition(), rows, DECEMBER, "Cancelled is smaller"));

        assertThat(saved.analysis().brokenCases())
                .extracting(broken -> broken.name())
                .contains("The customer cancels");
        assertThat(refused(() -> drafts.submit(saved.version().pinned(), saved.edition()))
                        .sentence())
                .contains(
                        "the golden case “The customer cancels” expects CHURN, CANCELLED and gets CONTRACTION, CANCELLED");
    }

    @Test
    void a_row_that_never_decides_keeps_a_version_from_being_submitted() {
        var draft = begun();
        var rows = new ArrayList<>(draft.rows());
        rows.add(rows.get(14));
        var saved = ours.as(
                "analyst", () -> drafts.save(draft.version().pinned(), draft.edition(), rows, DECEMBER, "Once more"));

        assertThat(saved.analysis().masked())
                .extracting(finding -> finding.row())
                .containsExactly(38);
        assertThat(refused(() -> drafts.submit(saved.version().pinned(), saved.edition()))
                        .sentence())
                .contains("row 38 never decides: row 15 above it takes");
    }

    @Test
    void an_organisation_holds_its_versions_against_cases_of_its_own() {
        var shipped = ours.as("analyst", () -> cases.of(SHIPPED.table())).getFirst();
        ours.as(
                "analyst",
                () -> cases.keep(
                        SHIPPED.table(),
                        "Ours is churn",
                        shipped.given(),
                        Map.of("class", "CHURN", "reason", "OTHER")));
        var draft = begun();

        assertThat(draft.analysis().brokenCases())
                .extracting(broken -> broken.name())
                .containsExactly("Ours is churn");
        ours.as("approver", () -> cases.activate(SHIPPED.table(), "Ours is churn", false));
        assertThat(ours.as("analyst", () -> drafts.draft(draft.version().pinned()))
                        .analysis()
                        .brokenCases())
                .isEmpty();
    }

    private RuleDraft begun() {
        return ours.as("analyst", () -> drafts.begin(SHIPPED, "Reviewed for the new year"));
    }

    private Refusal refused(Supplier<?> step) {
        var refusal = catchThrowableOfType(Refusal.class, () -> ours.as("analyst", step));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private static Row changed(Row row, int cell, String text) {
        var cells = new ArrayList<>(row.cells());
        cells.set(cell, text);
        return new Row(row.description(), List.copyOf(cells));
    }
}
