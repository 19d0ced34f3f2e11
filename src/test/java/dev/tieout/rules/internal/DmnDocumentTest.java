package dev.tieout.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.rules.RuleCase;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputData;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables as DMN, read by the modeler's own library and run by another engine than ours. */
class DmnDocumentTest {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    static Stream<TableSchema> schemas() {
        return Stream.of(Schemas.MOVEMENT, Schemas.VARIANCE);
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void the_shipped_tables_are_valid_dmn_that_a_modeler_can_draw(TableSchema schema) {
        String document = document(schema);
        var model = Dmn.readModelFromStream(stream(document));

        Dmn.validateModel(model);

        var table = model.getModelElementsByType(DecisionTable.class).iterator().next();
        assertThat(table.getHitPolicy()).isEqualTo(HitPolicy.FIRST);
        assertThat(table.getRules())
                .hasSameSizeAs(CanonicalTables.decisionTable(schema).rows());
        assertThat(model.getModelElementsByType(InputData.class))
                .hasSameSizeAs(table.getInputs())
                .allSatisfy(input -> assertThat(document).contains("dmnElementRef=\"" + input.getId() + "\""));
        assertThat(document).contains("<dmndi:DMNShape", "dmnElementRef=\"" + schema.name() + "\"");
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void another_engine_decides_every_golden_case_by_the_same_row(TableSchema schema) {
        var decision = ENGINE.parseDecision(schema.name(), stream(document(schema)));
        var ours = BoxedTable.of(CanonicalTables.decisionTable(schema));
        var reading = new CaseReading(schema);

        assertThat(ShippedCases.of(schema)).allSatisfy(held -> {
            var tried = reading.tried(ours, held);
            assertThat(answer(decision, schema, held)).isEqualTo(tried.row() == 0 ? "" : tried.actual());
        });
    }

    @Test
    void ranges_differences_and_several_words_are_feel() {
        String rows = """
                Band,1,,(0..100],,,,,,,,,,,,,,,,EXPANSION,UPGRADE,
                Not ten,2,,!= 10,,,,,,,,,,,,,,,,CHURN,CANCELLED,
                Else,3,,= 10,,,,,,,,,,,,,,,,CHURN,CANCELLED,
                """;
        var table = TableReader.read(Schemas.MOVEMENT, TableText.print(Schemas.MOVEMENT.header()) + rows);

        var model = Dmn.readModelFromStream(stream(DmnDocument.of(table, 2)));
        assertThat(model.getModelElementsByType(InputEntry.class))
                .extracting(entry -> entry.getText().getTextContent())
                .contains("(0..100]", "not(10)", "10", "-");
    }

    private static String answer(DmnDecision decision, TableSchema schema, RuleCase held) {
        var results = ENGINE.evaluateDecisionTable(decision, variables(schema, held));
        return results.isEmpty() ? "" : said(schema, results.getSingleResult());
    }

    /** As our own reading says it: words, and marks that are set. */
    private static String said(TableSchema schema, DmnDecisionRuleResult result) {
        return schema.columns().stream()
                .filter(column -> !column.asks())
                .map(column -> {
                    Object value = result.getEntry(column.label());
                    return value instanceof Boolean mark
                            ? (mark ? "for " + column.label() : "")
                            : String.valueOf(value);
                })
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Object> variables(TableSchema schema, RuleCase held) {
        var variables = new HashMap<String, Object>();
        var space = Space.of(schema);
        var fact = new CaseReading(schema).fact(held.given());
        for (int i = 0; i < fact.size(); i++) {
            var column = space.columns().get(i);
            variables.put(DmnDocument.name(column), value(column, CellValues.text(fact.get(i), column)));
        }
        return variables;
    }

    private static Object value(Column column, String text) {
        return switch (column.type()) {
            case NumberCells _ -> new BigDecimal(text);
            case YesNoCells _ -> text.equals("yes");
            case WordCells _ -> text;
        };
    }

    private static String document(TableSchema schema) {
        return DmnDocument.of(CanonicalTables.decisionTable(schema), 1);
    }

    private static ByteArrayInputStream stream(String document) {
        return new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8));
    }
}
