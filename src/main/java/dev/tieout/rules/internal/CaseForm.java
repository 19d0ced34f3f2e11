package dev.tieout.rules.internal;

import dev.tieout.rules.ColumnGuide;
import dev.tieout.rules.ColumnGuide.Part;
import java.util.List;
import java.util.stream.Stream;

/** What a person may say in a golden case: one value for each thing given, and the answer. */
final class CaseForm {

    private CaseForm() {}

    static List<ColumnGuide> of(TableSchema schema) {
        var labels = ShippedCases.labels(schema);
        var row = new ColumnGuide(
                "row",
                Part.MARK,
                "The row that has to decide it; empty when any row may.",
                "a row's number, or nothing",
                List.of(),
                false);
        var columns = schema.columns().stream()
                .filter(column -> labels.contains(column.label()))
                .map(CaseForm::guide);
        return Stream.concat(columns, Stream.of(row)).toList();
    }

    private static ColumnGuide guide(Column column) {
        var guide = column.guide();
        return switch (column.type()) {
            case NumberCells _ -> with(guide, "a number", guide.words());
            case YesNoCells _ -> with(guide, "yes or no", guide.words());
            case WordCells closed ->
                with(guide, "one word", column.asks() ? guide.words() : withNothing(column, closed.words()));
        };
    }

    /** A case may expect that no row takes it, which no row can say. */
    private static List<String> withNothing(Column column, List<String> words) {
        return switch (column.label()) {
            case "class" ->
                Stream.concat(words.stream(), Stream.of("UNCLASSIFIED")).toList();
            case "cause" -> Stream.concat(words.stream(), Stream.of("UNKNOWN")).toList();
            default -> words;
        };
    }

    private static ColumnGuide with(ColumnGuide guide, String grammar, List<String> words) {
        return new ColumnGuide(guide.label(), guide.part(), guide.help(), grammar, words, false);
    }
}
