package dev.tieout.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.drools.decisiontable.InputType;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files in {@code rules/}. */
class CanonicalTableTest {

    static Stream<TableSchema> schemas() {
        return Stream.of(Schemas.MOVEMENT, Schemas.VARIANCE);
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void are_kept_in_canonical_writing(TableSchema schema) {
        assertThat(CanonicalTables.decisionTable(schema).csv()).isEqualTo(CanonicalTables.text(schema.name()));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void are_read_as_they_stand_by_drools_own_decision_table_compiler(TableSchema schema) {
        var file = new ByteArrayInputStream(CanonicalTables.text(schema.name()).getBytes(StandardCharsets.UTF_8));

        String rules = new SpreadsheetCompiler().compile(file, InputType.CSV);

        var table = CanonicalTables.decisionTable(schema);
        assertThat(rules.lines().filter(line -> line.startsWith("rule "))).hasSameSizeAs(table.rows());
        assertThat(rules).doesNotContain(table.rows().getFirst().description());
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void say_every_row_as_a_sentence(TableSchema schema) {
        var table = CanonicalTables.decisionTable(schema);
        assertThat(table.rows())
                .allSatisfy(row -> assertThat(table.sentence(row))
                        .startsWith("When ")
                        .endsWith(".")
                        .doesNotContain("  ", " and and ", "When ,", ", then ."));
    }
}
