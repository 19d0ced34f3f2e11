package dev.tieout.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tieout.rules.RuleAnalysis.Finding;
import dev.tieout.rules.RuleAnalysis.Gap;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What an edit brought, told apart from what stood there before. */
class SinceBaseTest {

    private static final String HEADER =
            CanonicalTables.text(Schemas.MOVEMENT.name()).lines().limit(9).collect(Collectors.joining("\n", "", "\n"));

    private static final String PRODUCT = "More by a product,%d,,> 0,,> 0,,,,,,> 0,,,,,,,,EXPANSION,CROSS_SELL,";
    private static final String SEATS = "More by seats,%d,,> 0,,> 0,,,,,,,,,,> 0,,,,EXPANSION,SEATS,";
    private static final String LESS_DISCOUNT = "Less discount,%d,,> 0,,> 0,,,,,,,,,,,< 0,,,EXPANSION,DISCOUNT_ENDED,";
    private static final String FALLS = "Falls,%d,,> 0,,< 0,,,,,,,,,,,,,,CONTRACTION,DOWNGRADE,";
    private static final String FALLS_AGAIN = "Falls again,%d,,> 0,,< -1,,,,,,,,,,,,,,CONTRACTION,SEATS_LOST,";

    @Test
    void an_overlap_of_a_row_that_was_added_is_new_and_the_others_are_not() {
        var analysis = since(List.of(PRODUCT, SEATS), List.of(PRODUCT, SEATS, LESS_DISCOUNT));

        assertThat(analysis.overlaps())
                .extracting(Finding::row, Finding::by, Finding::introduced)
                .containsExactly(tuple(2, List.of(1), false), tuple(3, List.of(1), true), tuple(3, List.of(2), true));
    }

    @Test
    void two_rows_that_change_places_overlap_anew_for_the_other_one_wins_now() {
        var analysis = since(List.of(PRODUCT, SEATS), List.of(SEATS, PRODUCT));

        assertThat(analysis.overlaps()).singleElement().matches(Finding::introduced);
    }

    @Test
    void a_row_that_stood_below_another_before_is_masked_as_before() {
        var before = since(List.of(FALLS, FALLS_AGAIN), List.of(PRODUCT, FALLS, FALLS_AGAIN));
        var now = since(List.of(PRODUCT, FALLS), List.of(PRODUCT, FALLS, FALLS_AGAIN));

        assertThat(before.masked()).singleElement().matches(finding -> finding.row() == 3 && !finding.introduced());
        assertThat(now.masked()).singleElement().matches(Finding::introduced);
    }

    @Test
    void a_gap_that_opens_where_a_row_was_taken_out_comes_first_and_is_new() {
        var analysis = since(List.of(PRODUCT, FALLS), List.of(PRODUCT));

        assertThat(analysis.gaps().getFirst().introduced()).isTrue();
        assertThat(analysis.gaps().getFirst().witness().get("change")).startsWith("-");
        assertThat(since(List.of(PRODUCT), List.of(PRODUCT)).gaps())
                .isNotEmpty()
                .noneMatch(Gap::introduced);
    }

    @Test
    void nothing_is_new_without_a_version_to_compare_with() {
        assertThat(RowsAnalysis.of(table(List.of(PRODUCT, SEATS))).overlaps())
                .singleElement()
                .matches(finding -> !finding.introduced());
    }

    private static RowsAnalysis since(List<String> before, List<String> now) {
        return RowsAnalysis.of(table(now), RowsAnalysis.of(table(before)));
    }

    private static DecisionTable table(List<String> rows) {
        var lines = new StringBuilder(HEADER);
        for (int i = 0; i < rows.size(); i++) {
            lines.append(rows.get(i).formatted(i + 1)).append('\n');
        }
        return TableReader.read(Schemas.MOVEMENT, lines.toString());
    }
}
