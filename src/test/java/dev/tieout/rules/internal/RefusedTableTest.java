package dev.tieout.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tieout.rules.RuleTableRefused;
import dev.tieout.rules.RuleTableRefused.Fault;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that are not well formed are refused before anything of them is compiled. */
class RefusedTableTest {

    private static final String SHIPPED = CanonicalTables.text(Schemas.VARIANCE.name());
    private static final String HEADER = SHIPPED.lines().limit(9).collect(Collectors.joining("\n")) + "\n";

    @Test
    void a_cell_that_tries_to_be_code_is_named_with_row_column_value_and_reason() {
        var faults =
                refused(HEADER + "Fine,1,yes,,,,,,,,,,,,,,POSTING\n" + "Bad,2,,,,> System.exit(1),,,,,,,,,,,POSTING\n");

        assertThat(faults)
                .containsExactly(new Fault(
                        2,
                        "billing less ledger",
                        "> System.exit(1)",
                        "write a comparison such as = 0 or > 0, a range such as [0..100), or - for any"));
    }

    @Test
    void every_fault_is_named_at_once() {
        var faults = refused(HEADER + "=cmd|'/c calc',1,maybe,,,,,,,,,,,,,,POSTING\n,3,yes,,,,,,,,,,,,,,\n");

        assertThat(faults)
                .extracting(fault -> fault.row() + " " + fault.column())
                .containsExactly("1 description", "1 in billing", "2 description", "2 row", "2 cause");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inBilling == Answer.$param",
                "Sequential,true",
                "hits.cause(VarianceCause.$param);",
                "dev.tieout.rules.internal.VarianceHits hits",
                "dev.tieout.rules.tables.variancecause",
                "RuleTable variance-cause",
                "$f : VarianceFact ...,",
                "in ledger,"
            })
    void a_changed_header_row_is_refused(String ours) {
        var faults = refused(SHIPPED.replace(ours, "eval(System.exit(1) == null)"));

        assertThat(faults).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.row()).isZero();
            assertThat(fault.reason()).startsWith("the header rows are fixed");
        });
    }

    @Test
    void an_added_header_row_is_refused() {
        assertThat(refused(SHIPPED.replace("Sequential", "Functions,void f() { System.exit(1); }\nSequential")))
                .isNotEmpty();
    }

    @Test
    void a_table_below_the_table_does_not_reach_the_compiler() {
        var second = SHIPPED + ",RuleTable other\n,ACTION\n,\n,System.exit(1);\nx,y\n";
        assertThat(refused(second)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "PK\u0003\u0004\0\0", "a", "\"never closed"})
    void what_is_no_table_is_refused(String text) {
        assertThat(refused(text)).isNotEmpty();
    }

    @Test
    void a_table_without_rows_is_refused() {
        assertThat(refused(HEADER)).extracting(Fault::reason).containsExactly("the table has no rows");
    }

    @Test
    void a_table_of_a_hundred_thousand_rows_is_refused_in_one_sentence() {
        String rows = IntStream.rangeClosed(1, 100_000)
                .mapToObj(row -> "x," + row + ",yes")
                .collect(Collectors.joining("\n"));
        assertThat(refused(HEADER + rows)).hasSize(1);
    }

    @Test
    void a_row_that_asks_nothing_is_refused() {
        assertThat(refused(HEADER + "All,1,-,,,,,,,,,,,,,,POSTING\n"))
                .extracting(Fault::reason)
                .containsExactly("the row has no condition and would take everything");
    }

    @Test
    void a_cell_beyond_the_last_column_is_refused() {
        assertThat(refused(HEADER + "More,1,yes,,,,,,,,,,,,,,POSTING,System.exit(1)\n"))
                .extracting(Fault::reason)
                .containsExactly("there are cells beyond the last column");
    }

    @Test
    void what_a_spreadsheet_program_adds_when_it_saves_is_no_change() {
        String resaved = "\uFEFF"
                + SHIPPED.lines().map(line -> line + ",,,").collect(Collectors.joining("\r\n"))
                + "\r\n,,,\r\n";

        assertThat(TableReader.read(Schemas.VARIANCE, resaved).csv()).isEqualTo(SHIPPED);
    }

    @Test
    void a_description_never_reaches_the_compiler() {
        var table = TableReader.read(
                Schemas.VARIANCE, HEADER + "Stops */ System.exit(1); /* here,1,yes,,,,,,,,,,,,,,POSTING\n");

        assertThat(table.csv()).contains("System.exit");
        assertThat(table.spreadsheet()).doesNotContain("System.exit");
    }

    private static List<Fault> refused(String csv) {
        var refusal = catchThrowableOfType(RuleTableRefused.class, () -> TableReader.read(Schemas.VARIANCE, csv));
        assertThat(refusal).isNotNull();
        return refusal.faults();
    }
}
