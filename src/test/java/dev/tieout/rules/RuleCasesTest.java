package dev.tieout.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.rules.RuleCases.CaseRefused;
import dev.tieout.rules.RuleCases.TriedCase;
import dev.tieout.rules.RuleDraft.Row;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Golden cases of an organisation: tried on a version, and handed in and out as files. */
@DatabaseTest
class RuleCasesTest {

    private static final String TABLE = RuleTables.MOVEMENT_CLASSIFICATION;
    private static final PinnedTable SHIPPED = new PinnedTable(TABLE, 1);
    private static final String CANCELS = "The customer cancels";

    @Autowired
    Given given;

    @Autowired
    RuleCases cases;

    @Autowired
    RuleDrafts drafts;

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
        assertThat(received(file)).isEmpty();
    }

    @Test
    void a_case_of_a_file_that_says_something_else_is_kept_and_one_that_cannot_be_is_refused_with_its_name() {
        String file = ours.as("manager", () -> cases.csv(TABLE));

        assertThat(received(file.replace("Ten more seats,ACCOUNT,500,600", "Ten more seats,account,500.00,700")))
                .singleElement()
                .matches(kept -> "700".equals(kept.given().get("closing")) && !kept.shipped());
        assertThatExceptionOfType(CaseRefused.class)
                .isThrownBy(
                        () -> received(file.replace("Ten more seats,ACCOUNT,500,600", "Ten more seats,ACCOUNT,-1,600")))
                .withMessageContaining("Ten more seats");
        assertThatExceptionOfType(CaseRefused.class).isThrownBy(() -> received("name,class\nA,CHURN\n"));
    }

    @Test
    void a_case_may_ask_for_its_row() {
        var cancels = ours.as("manager", () -> cases.of(TABLE)).stream()
                .filter(one -> one.name().equals(CANCELS))
                .findFirst()
                .orElseThrow();

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

    private List<RuleCase> received(String file) {
        return ours.as("analyst", () -> cases.receive(TABLE, file.getBytes(StandardCharsets.UTF_8)));
    }
}
