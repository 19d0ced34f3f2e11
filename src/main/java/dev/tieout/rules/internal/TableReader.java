package dev.tieout.rules.internal;

import dev.tieout.rules.RuleTableRefused;
import dev.tieout.rules.internal.Cell.Any;
import dev.tieout.rules.internal.CellType.MalformedCell;
import dev.tieout.rules.internal.Column.Kind;
import dev.tieout.rules.internal.DecisionTable.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a decision table from text and checks all of it, collecting every fault rather than the first.
 *
 * <p>This is where a person's text ends: the header has to equal ours, and each data cell is parsed by its column's grammar. What comes
 * out holds numbers and words of closed lists only, and descriptions that go nowhere near a compiler.
 */
final class TableReader {

    private final TableSchema schema;
    private final Faults faults;

    private TableReader(TableSchema schema, Faults faults) {
        this.schema = schema;
        this.faults = faults;
    }

    /**
     * The table in this text.
     *
     * @throws RuleTableRefused naming every fault by row, column, value and reason
     */
    static DecisionTable read(TableSchema schema, String csv) {
        return read(List.of(schema), csv);
    }

    /**
     * The table in this text, read by the generation whose header it bears; by the newest when it bears none, which then names what
     * differs.
     *
     * @param generations of one table, the newest first
     * @throws RuleTableRefused naming every fault by row, column, value and reason
     */
    static DecisionTable read(List<TableSchema> generations, String csv) {
        var newest = generations.getFirst();
        var faults = new Faults(newest.name());
        var lines = faults.linesOf(csv);
        var schema = generations.stream()
                .filter(generation -> bears(lines, generation))
                .findFirst()
                .orElse(newest);
        return new TableReader(schema, faults).read(lines);
    }

    private static boolean bears(List<List<String>> lines, TableSchema schema) {
        var header = schema.header().stream().map(TableText::withoutEmptyEnd).toList();
        return lines.size() >= header.size() && lines.subList(0, header.size()).equals(header);
    }

    private DecisionTable read(List<List<String>> lines) {
        int headers = schema.header().size();
        checkHeader(lines);
        var data = lines.subList(Math.min(headers, lines.size()), lines.size());
        faults.checkLength(data.size());
        faults.refuseIfAny();
        var rows = new ArrayList<Row>();
        for (int i = 0; i < data.size(); i++) {
            rows.add(row(i + 1, data.get(i)));
        }
        faults.refuseIfAny();
        return new DecisionTable(schema, rows);
    }

    private void checkHeader(List<List<String>> lines) {
        var ours = schema.header();
        for (int i = 0; i < ours.size(); i++) {
            var found = i < lines.size() ? lines.get(i) : List.<String>of();
            if (!found.equals(TableText.withoutEmptyEnd(ours.get(i)))) {
                faults.add(
                        0,
                        "line " + (i + 1),
                        String.join(",", found),
                        "the header rows are fixed; take them from the table as downloaded");
            }
        }
    }

    private Row row(int number, List<String> line) {
        String description = at(line, 0);
        checkDescription(number, description);
        if (!at(line, 1).equals(Integer.toString(number))) {
            faults.add(number, TableSchema.ROW, at(line, 1), "rows are numbered by their position");
        }
        if (line.size() > schema.width()) {
            faults.add(number, "", "", "there are cells beyond the last column");
        }
        if (asksNothing(line)) {
            faults.add(number, "", "", "the row has no condition and would take everything");
        }
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < schema.columns().size(); i++) {
            cells.add(cell(number, schema.columns().get(i), at(line, TableSchema.LEADING + i)));
        }
        return new Row(number, description, cells);
    }

    /** Asked of the text, so that a malformed condition is not reported twice. */
    private boolean asksNothing(List<String> line) {
        for (int i = 0; i < schema.columns().size(); i++) {
            if (schema.columns().get(i).asks() && !isAny(at(line, TableSchema.LEADING + i))) {
                return false;
            }
        }
        return true;
    }

    private Cell cell(int row, Column column, String text) {
        if (isAny(text)) {
            if (column.kind() == Kind.ANSWER) {
                faults.add(row, column.label(), text, "write " + column.type().grammar());
            }
            return new Any();
        }
        try {
            return column.type().parse(text);
        } catch (MalformedCell malformed) {
            faults.add(row, column.label(), text, malformed.reason());
            return new Any();
        }
    }

    private void checkDescription(int row, String text) {
        if (text.isEmpty()) {
            faults.add(row, TableSchema.DESCRIPTION, "", "say in plain words what the row is for");
        }
        FreeText.objectionTo(text).ifPresent(objection -> faults.add(row, TableSchema.DESCRIPTION, text, objection));
    }

    private static boolean isAny(String text) {
        return text.isEmpty() || text.equals("-");
    }

    private static String at(List<String> line, int column) {
        return column < line.size() ? line.get(column) : "";
    }
}
