package dev.tieout.rules;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.rules.RuleTableVersion.State;
import dev.tieout.rules.TableDifference.Kind;
import dev.tieout.rules.TableDifference.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two versions of a table side by side. */
class TableDifferenceTest {

    private static final List<String> COLUMNS = List.of("opening", "closing", "status", "class");
    private static final String NEW = "New|== 0|> 0||NEW";
    private static final String CHURN = "Gone|> 0|== 0|CANCELLED|CHURN";
    private static final String RENEWAL = "Stays|> 0|> 0|ACTIVE|RENEWAL";

    @Test
    void equal_tables_differ_in_nothing() {
        var difference = between(table(NEW, CHURN, RENEWAL), table(NEW, CHURN, RENEWAL));

        assertThat(difference.differing()).isZero();
        assertThat(difference.rows()).extracting(Row::kind).containsOnly(Kind.SAME);
    }

    @Test
    void a_row_more_is_added_and_those_below_it_stay_what_they_were() {
        var difference = between(table(NEW, RENEWAL), table(NEW, CHURN, RENEWAL));

        assertThat(told(difference)).containsExactly("SAME 1→1", "ADDED –→2", "SAME 2→3");
        assertThat(difference.rows()).noneMatch(Row::moved);
    }

    @Test
    void a_row_less_stands_where_it_stood() {
        var difference = between(table(NEW, CHURN, RENEWAL), table(NEW, RENEWAL));

        assertThat(told(difference)).containsExactly("SAME 1→1", "REMOVED 2→–", "SAME 3→2");
    }

    @Test
    void a_cell_that_is_written_otherwise_is_marked_in_its_row() {
        var difference = between(table(NEW, CHURN), table(NEW, "Gone|> 0|== 0|EXPIRED|CHURN"));

        assertThat(told(difference)).containsExactly("SAME 1→1", "CHANGED 2→2");
        assertThat(difference.rows().getLast().changed()).containsExactly("status");
    }

    @Test
    void a_row_that_went_above_others_has_moved_though_every_cell_is_the_same() {
        var difference = between(table(NEW, CHURN, RENEWAL), table(RENEWAL, NEW, CHURN));

        assertThat(told(difference)).containsExactly("SAME 3→1 moved", "SAME 1→2", "SAME 2→3");
    }

    @Test
    void a_row_that_moved_and_changed_says_both() {
        var difference = between(table(NEW, CHURN, RENEWAL), table("Stays|> 0|> 0|PAST_DUE|RENEWAL", NEW, CHURN));

        assertThat(told(difference)).containsExactly("CHANGED 3→1 moved", "SAME 1→2", "SAME 2→3");
    }

    @Test
    void another_description_alone_is_told_and_decides_nothing() {
        var difference = between(table(NEW), table(NEW.replace("New", "A new customer")));

        assertThat(difference.rows()).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo(Kind.SAME);
            assertThat(row.described()).isTrue();
        });
    }

    @Test
    void a_row_with_nothing_in_common_is_another_row() {
        var difference = between(table("One|> 0|> 0|ACTIVE|RENEWAL"), table("Two|== 0|== 0|TRIAL|NEW"));

        assertThat(told(difference)).containsExactly("ADDED –→1", "REMOVED 1→–");
    }

    @Test
    void equal_rows_are_paired_one_with_one() {
        var difference = between(table(NEW, NEW), table(NEW, NEW, NEW));

        assertThat(told(difference)).containsExactly("SAME 1→1", "SAME 2→2", "ADDED –→3");
    }

    @Test
    void a_column_that_one_version_lacks_is_empty_there() {
        var narrow = new RuleTableContent(
                version(1), List.of("opening"), List.of(new RuleTableContent.Row(1, "New", List.of("== 0"), "")), "");

        var difference = TableDifference.of(narrow, table(NEW));

        assertThat(difference.columns()).containsExactlyElementsOf(COLUMNS);
        assertThat(requireNonNull(difference.rows().getFirst().from()).cells()).containsExactly("== 0", "", "", "");
    }

    private static TableDifference between(RuleTableContent from, RuleTableContent to) {
        return TableDifference.of(from, to);
    }

    private static List<String> told(TableDifference difference) {
        return difference.rows().stream()
                .map(row ->
                        row.kind() + " " + number(row.from()) + "→" + number(row.to()) + (row.moved() ? " moved" : ""))
                .toList();
    }

    private static String number(TableDifference.@org.jspecify.annotations.Nullable Side side) {
        return side == null ? "–" : Integer.toString(side.row());
    }

    private static RuleTableContent table(String... rows) {
        var content = new ArrayList<RuleTableContent.Row>();
        for (String row : rows) {
            var cells = Arrays.asList(row.split("\\|", -1));
            content.add(new RuleTableContent.Row(content.size() + 1, cells.getFirst(), cells.subList(1, 5), ""));
        }
        return new RuleTableContent(version(2), COLUMNS, content, "");
    }

    private static RuleTableVersion version(int number) {
        return new RuleTableVersion(
                "movement-classification",
                "Movement classification",
                number,
                State.DRAFT,
                "0".repeat(64),
                "",
                null,
                "analyst",
                Instant.EPOCH,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                1);
    }
}
