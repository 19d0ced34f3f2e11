package dev.tieout.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tieout.rules.RuleAnalysis.BrokenCase;
import dev.tieout.rules.RuleCases.CaseRefused;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Golden cases as a version is held against them. */
class GoldenCaseReadingTest {

    static Stream<TableSchema> schemas() {
        return Stream.of(Schemas.MOVEMENT, Schemas.VARIANCE);
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void the_shipped_cases_hold_of_the_shipped_table_and_each_could_be(TableSchema schema) {
        var reading = new CaseReading(schema);
        var table = BoxedTable.of(CanonicalTables.decisionTable(schema));

        assertThat(ShippedCases.of(schema)).hasSizeGreaterThan(12).allSatisfy(shipped -> {
            assertThat(reading.broken(table, shipped)).isEmpty();
            reading.check(shipped.name(), shipped.given(), shipped.expected());
        });
    }

    @Test
    void a_changed_answer_breaks_the_cases_that_its_row_decides() {
        String changed =
                CanonicalTables.text("movement-classification").replace("CHURN,CANCELLED,", "CONTRACTION,CANCELLED,");
        var table = BoxedTable.of(TableReader.read(Schemas.MOVEMENT, changed));
        var reading = new CaseReading(Schemas.MOVEMENT);

        assertThat(ShippedCases.of(Schemas.MOVEMENT).stream().flatMap(held -> reading.broken(table, held).stream()))
                .contains(new BrokenCase(
                        "The customer cancels", "CHURN, CANCELLED", "CONTRACTION, CANCELLED", 15, false));
    }

    @Test
    void a_case_that_no_account_can_be_is_refused() {
        var shipped = ShippedCases.of(Schemas.MOVEMENT).getFirst();
        var given = new HashMap<>(shipped.given());
        given.put("status", "ABSENT");

        assertThatExceptionOfType(CaseRefused.class)
                .isThrownBy(() -> new CaseReading(Schemas.MOVEMENT).check("Cannot be", given, shipped.expected()))
                .withMessageStartingWith("No account can be so");
    }

    @Test
    void a_case_with_code_for_a_value_is_refused() {
        var shipped = ShippedCases.of(Schemas.MOVEMENT).getFirst();
        var expected = Map.of("class", "System.exit(1)", "reason", "OTHER");

        assertThatExceptionOfType(CaseRefused.class)
                .isThrownBy(() -> new CaseReading(Schemas.MOVEMENT).check("Code", shipped.given(), expected));
    }
}
