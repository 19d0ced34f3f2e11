package dev.tieout.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tieout.rules.internal.CellType.MalformedCell;
import dev.tieout.terms.AccountStatus;
import dev.tieout.terms.MovementClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people may write in a cell, how it is kept and what the compiler gets of it. */
class CellGrammarTest {

    private static final CellType AMOUNT = NumberCells.amount("opening");
    private static final CellType COUNT = NumberCells.count("linesLost");
    private static final CellType STATUS = WordCells.anyOf(AccountStatus.class);
    private static final CellType CLASS = WordCells.one(MovementClass.class, MovementClass.UNCLASSIFIED);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0            | == 0        | == 0
            = 0          | == 0        | == 0
            ==0          | == 0        | == 0
            >0           | > 0         | > 0
            > 100        | > 100       | > 1000000
            >= 99.5      | >= 99.5     | >= 995000
            ≥ 1          | >= 1        | >= 10000
            < 0.0001     | < 0.0001    | < 1
            <= -3        | <= -3       | <= -30000
            <> 7         | != 7        | != 70000
            ≠ 7          | != 7        | != 70000
            > 100.00     | > 100       | > 1000000
            [0..100)     | [0..100)    | >= 0 && opening < 1000000
            ( 0 .. 0.5 ] | (0..0.5]    | > 0 && opening <= 5000
            """)
    void amounts_are_written_in_major_units_and_compared_in_ten_thousandths(String written, String kept, String code)
            throws MalformedCell {
        Cell cell = AMOUNT.parse(written);

        assertThat(cell.text()).isEqualTo(kept);
        assertThat(cell.code()).isEqualTo(code);
        assertThat(AMOUNT.parse(kept)).isEqualTo(cell);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            > 0      | > 0
            3        | == 3
            [1..3]   | >= 1 && linesLost <= 3
            """)
    void counts_are_whole_numbers(String written, String code) throws MalformedCell {
        assertThat(COUNT.parse(written).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            active                | ACTIVE
            Past_Due, active      | ACTIVE, PAST_DUE
            cancelled , cancelled | CANCELLED
            """)
    void words_come_from_a_closed_list_in_its_order(String written, String kept) throws MalformedCell {
        assertThat(STATUS.parse(written).text()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"yes,yes", "NO,no", "Yes,yes"})
    void yes_and_no_are_words(String written, String kept) throws MalformedCell {
        assertThat(new YesNoCells().parse(written).text()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> 0 || true",
                "> System.exit(1)",
                "== 0); System.exit(1); //",
                "> 1e9",
                "> 0x10",
                ">",
                "=> 0",
                "> 0 0",
                "> 1,000",
                "[0..100",
                "0..100",
                "[5..1]",
                "(1..1)",
                "> 0.00001",
                "> 1234567890123",
                "null",
                "closing",
                "> 0 # any",
                "$param",
                "> ٣"
            })
    void nothing_else_is_an_amount(String written) {
        refused(AMOUNT, written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"> 0.5", "half", "yes"})
    void nothing_else_is_a_count(String written) {
        refused(COUNT, written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gone", "ACTIVE;", "ACTIVE,", "ACTIVE || true", "AccountStatus.ACTIVE", "$", "ACTIVE PAUSED"})
    void nothing_else_is_a_status(String written) {
        refused(STATUS, written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNCLASSIFIED", "NEW, CHURN", "NEW); Runtime.getRuntime().exec(\"x\""})
    void nothing_else_is_a_class_that_a_row_may_give(String written) {
        refused(CLASS, written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "1", "y", "yes!", "yes == yes"})
    void nothing_else_is_yes_or_no(String written) {
        refused(new YesNoCells(), written);
    }

    private static void refused(CellType type, String written) {
        assertThatExceptionOfType(MalformedCell.class)
                .isThrownBy(() -> type.parse(written))
                .satisfies(malformed -> assertThat(malformed.reason()).isNotBlank());
    }
}
