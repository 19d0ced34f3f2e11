package dev.tieout.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.rules.RuleAnalysis.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the analysis says of tables that people write. */
class RowsAnalysisTest {

    private static final String HEADER =
            CanonicalTables.text(Schemas.MOVEMENT.name()).lines().limit(9).collect(Collectors.joining("\n", "", "\n"));

    @Test
    void the_shipped_movement_table_has_gaps_that_are_meant_and_no_row_that_never_decides() {
        var analysis = RowsAnalysis.of(CanonicalTables.decisionTable(Schemas.MOVEMENT));

        assertThat(analysis.isComplete()).isTrue();
        assertThat(analysis.neverTrue()).isEmpty();
        assertThat(analysis.conflicts()).isEmpty();
        assertThat(analysis.masked()).isEmpty();
        assertThat(analysis.unfit()).isEmpty();
    }

    @Test
    void a_row_that_answers_a_class_which_its_movements_cannot_have_is_named_with_one_of_them() {
        var analysis = of(
                "A rise,1,,> 0,,> 0,,,,,,,,,,,,,,EXPANSION,UPGRADE,",
                "Less by a discount,2,,> 0,> 0,,,,,,,,,,,,> 0,,,RENEWAL,OTHER,",
                "Any fall,3,,> 0,,< 0,,,,,,,,,,,,,,CHURN,CANCELLED,",
                "A new line,4,,== 0,> 0,,,,,yes,,,,,,,,,,EXPANSION,CROSS_SELL,",
                "The same,5,,> 0,,== 0,,,,,,,,,,,,,,RENEWAL,RENEWED,");

        assertThat(analysis.unfit()).extracting(Finding::row).containsExactly(2, 3);
        assertThat(analysis.unfit())
                .extracting(Finding::sentence)
                .containsExactly(
                        "answers RENEWAL, OTHER where the amount falls: no close adds up with that",
                        "answers CHURN, CANCELLED where there still is revenue at close: no close adds up with that");
        assertThat(analysis.unfit().getFirst().witness()).containsEntry("discount change", "1");
    }

    @Test
    void a_class_is_asked_only_of_what_no_earlier_row_takes() {
        var analysis = of(
                "Gone,1,,> 0,== 0,,,,,,,,,,,,,,,CHURN,CANCELLED,",
                "Less,2,,> 0,,< 0,,,,,,,,,,,,,,CONTRACTION,DOWNGRADE,",
                "More,3,,> 0,,> 0,,,,,,,,,,,,,,EXPANSION,UPGRADE,",
                "Any other that was there,4,,> 0,,,,,,,,,,,,,,,,RENEWAL,RENEWED,");

        assertThat(analysis.unfit()).isEmpty();
    }

    @Test
    void the_shipped_variance_table_has_no_row_that_never_decides() {
        var analysis = RowsAnalysis.of(CanonicalTables.decisionTable(Schemas.VARIANCE));

        assertThat(analysis.isComplete()).isTrue();
        assertThat(analysis.neverTrue()).isEmpty();
        assertThat(analysis.masked()).isEmpty();
    }

    @Test
    void a_row_whose_conditions_exclude_each_other_through_other_columns_is_never_true() {
        var analysis = of(
                "Rises to nothing,1,,> 0,== 0,> 0,,,,,,,,,,,,,,EXPANSION,UPGRADE,",
                "Absent yet billed,2,,,> 0,,ABSENT,,,,,,,,,,,,,CHURN,ABSENT,",
                "Two steps of a sign,3,,,,,,,,,,,,,,> 1,,,,EXPANSION,SEATS,",
                "In the cohort and never active,4,,,,,,no,,yes,,,,,,,,,,NEW,OTHER,",
                "An account that paid and was not there,5,ACCOUNT,> 0,,,,,,no,,,,,,,,,,NEW,OTHER,");

        assertThat(analysis.neverTrue()).extracting(Finding::row).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void a_row_that_several_earlier_ones_take_away_together_is_masked_by_them() {
        var analysis = of(
                "Falls,1,,> 0,,< 0,,,,,,,,,,,,,,CONTRACTION,DOWNGRADE,",
                "Stays or rises,2,,> 0,,>= 0,,,,,,,,,,,,,,EXPANSION,UPGRADE,",
                "Pays at open,3,,>= 0.0001,,,CANCELLED,,,,,,,,,,,,,CHURN,CANCELLED,");

        assertThat(analysis.masked()).singleElement().satisfies(finding -> {
            assertThat(finding.row()).isEqualTo(3);
            assertThat(finding.by()).containsExactly(1, 2);
            assertThat(finding.witness()).containsEntry("status", "CANCELLED");
        });
    }

    @Test
    void two_rows_that_ask_the_same_in_other_words_and_answer_otherwise_are_in_conflict() {
        var analysis = of(
                "Falls,1,,> 0,,< 0,,,,,,,,,,,,,,CONTRACTION,DOWNGRADE,",
                "Falls again,2,,>= 0.0001,,<= -0.0001,,,,,,,,,,,,,,CONTRACTION,SEATS_LOST,");

        assertThat(analysis.conflicts()).singleElement().satisfies(finding -> {
            assertThat(finding.row()).isEqualTo(2);
            assertThat(finding.by()).containsExactly(1);
            assertThat(finding.sentence()).contains("asks the same as row 1");
        });
        assertThat(analysis.masked()).isEmpty();
    }

    @Test
    void an_overlap_names_the_row_that_wins_and_an_account_that_shows_it() {
        var analysis = of(
                "More by a product,1,,> 0,,> 0,,,,,,> 0,,,,,,,,EXPANSION,CROSS_SELL,",
                "More by seats,2,,> 0,,> 0,,,,,,,,,,> 0,,,,EXPANSION,SEATS,");

        assertThat(analysis.overlaps()).singleElement().satisfies(finding -> {
            assertThat(finding.row()).isEqualTo(2);
            assertThat(finding.sentence())
                    .isEqualTo(
                            "overlaps row 1: where both match, row 1 wins with EXPANSION, CROSS_SELL, not EXPANSION, SEATS");
            assertThat(finding.witness()).containsEntry("products added", "1").containsEntry("quantity change", "1");
        });
    }

    @Test
    void an_exception_above_its_rule_is_no_overlap() {
        var analysis = of(
                "More by seats,1,,> 0,,> 0,,,,,,,,,,> 0,,,,EXPANSION,SEATS,",
                "More,2,,> 0,,> 0,,,,,,,,,,,,,,EXPANSION,PRICE_UPLIFT,");

        assertThat(analysis.overlaps()).isEmpty();
    }

    @Test
    void the_proposed_rows_close_every_gap() {
        var rows = new ArrayList<>(List.of(
                "Gone,1,,> 0,== 0,,,,,,,,,,,,,,,CHURN,CANCELLED,",
                "Here,2,,== 0,> 0,,,,,,,,,,,,,,,NEW,NEW_LOGO,",
                "A large rise,3,,> 0,> 0,(100..1000],,,,,,,,,,,,,,EXPANSION,UPGRADE,",
                "Paused,4,,> 0,> 0,,PAUSED,,,,,,,,,,,,,RENEWAL,PAUSED,"));
        var gaps = of(rows.toArray(String[]::new)).gaps();

        for (var gap : gaps) {
            var cells = Schemas.MOVEMENT.columns().stream()
                    .filter(Column::asks)
                    .map(column -> gap.proposed().getOrDefault(column.label(), ""))
                    .map(cell -> cell.contains(",") ? "\"" + cell + "\"" : cell)
                    .collect(Collectors.joining(","));
            rows.add("Proposed," + (rows.size() + 1) + "," + cells + ",RENEWAL,OTHER,yes");
        }

        assertThat(gaps).isNotEmpty();
        var closed = of(rows.toArray(String[]::new));
        assertThat(closed.gaps()).isEmpty();
        assertThat(closed.masked()).isEmpty();
    }

    @Test
    void a_table_of_a_thousand_rows_is_answered_and_says_when_it_was_cut_short() {
        var rows = new ArrayList<String>();
        for (int row = 1; row <= 1_000; row++) {
            rows.add("Band," + row + ",,> 0,,(" + row + ".." + (row + 1) + "],,,,,,,,,,,,,,EXPANSION,UPGRADE,");
        }

        var analysis = of(rows.toArray(String[]::new));

        assertThat(analysis.masked()).isEmpty();
        assertThat(analysis.overlaps()).isEmpty();
    }

    private static RowsAnalysis of(String... rows) {
        return RowsAnalysis.of(TableReader.read(Schemas.MOVEMENT, HEADER + String.join("\n", rows)));
    }
}
