package dev.tieout.rules.internal;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.tieout.rules.RuleCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The golden cases beside the tables in {@code rules/}. */
final class ShippedCases {

    private static final String NAME = "case";

    /** The row of the shipped table, which an edited one may number otherwise. */
    private static final Set<String> OUTSIDE = Set.of(NAME, "row");

    private ShippedCases() {}

    static List<RuleCase> of(TableSchema schema) {
        var answers = schema.columns().stream()
                .filter(column -> !column.asks())
                .map(Column::label)
                .toList();
        String file = CanonicalTables.text(schema.name() + ".cases");
        try (var lines = CsvReader.builder().ofNamedCsvRecord(file)) {
            return lines.stream().map(line -> read(line, answers)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands above the shipped cases. */
    static List<String> labels(TableSchema schema) {
        return TableText.split(CanonicalTables.text(schema.name() + ".cases")).getFirst();
    }

    private static RuleCase read(NamedCsvRecord line, List<String> answers) {
        Map<String, String> given = new LinkedHashMap<>();
        Map<String, String> expected = new LinkedHashMap<>();
        line.getFieldsAsMap().forEach((label, text) -> {
            if (!OUTSIDE.contains(label)) {
                (answers.contains(label) ? expected : given).put(label, text);
            }
        });
        return new RuleCase(line.getField(NAME), given, expected, true, true);
    }
}
