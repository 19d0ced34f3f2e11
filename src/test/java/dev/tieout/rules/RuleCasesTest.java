package dev.tieout.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.audit.AuditTrail;
import dev.tieout.organisation.Actor;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.CurrentActor.NotAllowed;
import dev.tieout.organisation.Role;
import dev.tieout.rules.RuleCases.CaseRefused;
import dev.tieout.rules.RuleCases.CaseStands;
import dev.tieout.rules.RuleCases.TriedCase;
import dev.tieout.rules.RuleCases.WritesInTheTable;
import dev.tieout.rules.RuleDraft.Row;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Golden cases of an organisation: tried on a version, and handed in and out as files. */
@DatabaseTest
class RuleCasesTest {

    private static final String TABLE = RuleTables.MOVEMENT_CLASSIFICATION;
    private static final PinnedTable SHIPPED = new PinnedTable(TABLE, 1);
    private static final String CANCELS = "The customer cancels";
    private static final String TEN_MORE = "Ten more seats,ACCOUNT,500,600";

    @Autowired
    Given given;

    @Autowired
    RuleCases cases;

    @Autowired
    RuleDrafts drafts;

    @Autowired
    AuditTrail audit;

    @Autowired
    CurrentActor currentActor;

    GivenOrganisation ours;

    @BeforeEach
    void organisation() {
        ours = given.organisation();
    }

    @Test
    void the_shipped_version_holds_every_shipped_case_and_tells_the_row() {
        var tried = ours.as("manager", () -> cases.tried(SHIPPED));

        assertThat(tried).hasSize(31).allMatch(TriedCase::holds);
        assertThat(tried)
                .filteredOn(one -> one.held().name().equals(CANCELS))
                .singleElement()
                .matches(one -> one.row() == 15);
    }

    @Test
    void a_draft_names_the_cases_that_it_breaks_with_the_row_and_what_of_it_is_new() {
        var draft = ours.as("analyst", () -> drafts.begin(SHIPPED, "Trying"));
        var rows = new ArrayList<>(draft.rows());
        var cells = new ArrayList<>(rows.get(14).cells());
        cells.set(17, "CONTRACTION");
        rows.set(14, new Row("The customer cancelled", cells));

        var saved =
                ours.as("analyst", () -> drafts.save(draft.version().pinned(), draft.edition(), rows, null, "Trying"));

        assertThat(saved.analysis().comparedWith()).isEqualTo(1);
        assertThat(saved.analysis().brokenCases())
                .isNotEmpty()
                .allMatch(broken -> broken.introduced() && broken.row() == 15);
        assertThat(ours.as("manager", () -> cases.tried(saved.version().pinned())))
                .filteredOn(one -> !one.holds())
                .extracting(one -> one.held().name())
                .contains(CANCELS);
    }

    @Test
    void the_file_that_is_handed_out_changes_nothing_when_it_is_handed_in_again() {
        String file = ours.as("manager", () -> cases.csv(TABLE));

        assertThat(file).startsWith("case,grain,opening,closing,status,");
        assertThat(received("analyst", file)).isEmpty();
    }

    @Test
    void a_case_of_a_file_that_says_something_else_is_kept_and_one_that_cannot_be_is_refused_with_its_name() {
        String file = ours.as("manager", () -> cases.csv(TABLE));

        assertThat(received("approver", file.replace(TEN_MORE, "Ten more seats,account,500.00,700")))
                .singleElement()
                .matches(kept -> "700".equals(kept.given().get("closing")) && !kept.shipped());
        assertThatExceptionOfType(CaseRefused.class)
                .isThrownBy(() -> received("approver", file.replace(TEN_MORE, "Ten more seats,ACCOUNT,-1,600")))
                .withMessageContaining("Ten more seats");
        assertThatExceptionOfType(CaseRefused.class).isThrownBy(() -> received("analyst", "name,class\nA,CHURN\n"));
    }

    @Test
    void an_analyst_adds_cases_and_changes_none_that_stands() {
        var cancels = named(CANCELS);
        var said = Map.of("class", "CONTRACTION", "reason", "CANCELLED");

        assertThatExceptionOfType(CaseStands.class)
                .isThrownBy(() -> ours.as("analyst", () -> cases.keep(TABLE, CANCELS, cancels.given(), said)))
                .withMessageContaining("“The customer cancels” stands and would be changed");
        assertThat(named(CANCELS)).isEqualTo(cancels);
        ours.as("analyst", () -> cases.keep(TABLE, "A case of ours", cancels.given(), cancels.expected()));
        assertThatExceptionOfType(CaseStands.class)
                .isThrownBy(() -> ours.as("analyst", () -> cases.keep(TABLE, "A case of ours", cancels.given(), said)));
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> ours.as("analyst", () -> cases.activate(TABLE, "A case of ours", false)));
    }

    @Test
    void what_an_approver_changes_stands_in_the_trail_before_and_after_and_saying_the_same_again_changes_nothing() {
        var cancels = named(CANCELS);
        var said = Map.of("class", "CONTRACTION", "reason", "CANCELLED");

        ours.as("approver", () -> cases.keep(TABLE, CANCELS, cancels.given(), said));
        ours.as("analyst", () -> cases.keep(TABLE, CANCELS, cancels.given(), said));

        assertThat(ours.as("manager", () -> audit.latest(Long.MAX_VALUE, 20)))
                .filteredOn(entry -> entry.subject().equals("rules/" + TABLE + "/cases"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.action()).isEqualTo("rule-case-changed");
                    assertThat(entry.before()).contains("CHURN");
                    assertThat(entry.after()).contains("CONTRACTION");
                });
    }

    @Test
    void an_approver_who_writes_in_the_table_does_not_change_what_their_version_is_held_against() {
        var both = new Actor(ours.id(), ours.id() + "-both", Set.of(Role.ANALYST, Role.APPROVER));
        var draft = currentActor.callAs(both, () -> drafts.begin(SHIPPED, "Trying"));

        assertThatExceptionOfType(WritesInTheTable.class)
                .isThrownBy(() -> currentActor.callAs(both, () -> cases.activate(TABLE, CANCELS, false)))
                .withMessageContaining("You wrote in version 2");
        currentActor.runAs(both, () -> drafts.discard(draft.version().pinned(), draft.edition()));
        assertThat(currentActor
                        .callAs(both, () -> cases.activate(TABLE, CANCELS, false))
                        .active())
                .isFalse();
    }

    @Test
    void a_file_of_an_analyst_changes_no_case_that_stands_and_adds_none_beside() {
        String file = ours.as("manager", () -> cases.csv(TABLE));
        String more = file.replace(TEN_MORE, "Ten more seats,ACCOUNT,500,700")
                + file.lines()
                        .filter(line -> line.startsWith(CANCELS))
                        .map(line -> line.replace(CANCELS, "A case of ours"))
                        .findFirst()
                        .orElseThrow();

        assertThatExceptionOfType(CaseStands.class)
                .isThrownBy(() -> received("analyst", more))
                .withMessageContaining("Ten more seats");
        assertThat(ours.as("manager", () -> cases.of(TABLE))).hasSize(31);
        assertThat(received("approver", more)).extracting(RuleCase::name).contains("A case of ours", "Ten more seats");
        assertThatExceptionOfType(CaseRefused.class)
                .isThrownBy(
                        () -> received("analyst", file + file.lines().toList().getLast()))
                .withMessageContaining("stands in the file twice");
    }

    @Test
    void a_case_that_was_left_out_stays_so_when_a_file_says_it_otherwise() {
        String file = ours.as("manager", () -> cases.csv(TABLE));
        ours.as("approver", () -> cases.activate(TABLE, "Ten more seats", false));

        received("approver", file.replace(TEN_MORE, "Ten more seats,ACCOUNT,500,700"));

        assertThat(named("Ten more seats").given()).containsEntry("closing", "700");
        assertThat(named("Ten more seats").active()).isFalse();
    }

    @Test
    void a_shipped_case_that_is_only_left_out_stays_the_products() {
        ours.as("approver", () -> cases.activate(TABLE, CANCELS, false));

        assertThat(named(CANCELS)).matches(left -> left.shipped() && !left.active());
    }

    @Test
    void a_case_may_ask_for_its_row() {
        var cancels = named(CANCELS);

        ours.as(
                "analyst",
                () -> cases.keep(
                        TABLE,
                        "Cancels by row 16",
                        cancels.given(),
                        Map.of("class", "churn", "reason", "CANCELLED", "row", "16")));

        assertThat(ours.as("manager", () -> cases.tried(SHIPPED)))
                .filteredOn(one -> !one.holds())
                .singleElement()
                .satisfies(one -> assertThat(one.actual()).isEqualTo("CHURN, CANCELLED, by row 15"));
    }

    private RuleCase named(String name) {
        return ours.as("manager", () -> cases.of(TABLE)).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<RuleCase> received(String person, String file) {
        return ours.as(person, () -> cases.receive(TABLE, file.getBytes(StandardCharsets.UTF_8)));
    }
}
