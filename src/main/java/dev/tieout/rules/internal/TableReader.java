package dev.tieout.rules.internal;

import de.siegmar.fastcsv.reader.CsvParseException;
import dev.tieout.rules.RuleTableRefused;
import dev.tieout.rules.RuleTableRefused.Fault;
import dev.tieout.rules.internal.Cell.Any;
import dev.tieout.rules.internal.CellType.MalformedCell;
import dev.tieout.rules.internal.Column.Kind;
import dev.tieout.rules.internal.DecisionTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads a table from text and checks all of it, collecting every fault rather than the first.
 *
 * <p>This is where a person's text ends: the header has to equal ours, and each data cell is parsed by its column's grammar. What comes
 * out holds numbers and words of closed lists only, and descriptions that go nowhere near a compiler.
 */
final class TableReader {

    static final int LONGEST_TABLE = 1_000;
    static final int LARGEST_FILE = 1_000_000;
    private static final int LONGEST_DESCRIPTION = 300;
    private static final int SHOWN = 80;

    /** A spreadsheet program would run a cell that begins so. */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@].*", Pattern.DOTALL);

    private final TableSchema schema;
    private final List<Fault> faults = new ArrayList<>();

    private TableReader(TableSchema schema) {
        this.schema = schema;
    }

    /**
     * The table in this text.
     *
     * @throws RuleTableRefused naming every fault by row, column, value and reason
     */
    static DecisionTable read(TableSchema schema, String csv) {
        return new TableReader(schema).read(csv);
    }

    private DecisionTable read(String csv) {
        var lines = lines(csv);
        int headers = schema.header().size();
        checkHeader(lines);
        var data = lines.subList(Math.min(headers, lines.size()), lines.size());
        checkSize(data.size());
        refuseWhenFaulty();
        var rows = new ArrayList<Row>();
        for (int i = 0; i < data.size(); i++) {
            rows.add(row(i + 1, data.get(i)));
        }
        refuseWhenFaulty();
        return new DecisionTable(schema, rows);
    }

    private List<List<String>> lines(String csv) {
        if (csv.length() > LARGEST_FILE) {
            fault(0, "", "", "a table has at most " + LARGEST_FILE + " characters");
        } else if (csv.indexOf('\0') >= 0) {
            fault(0, "", "", "this is no text file");
        }
        refuseWhenFaulty();
        try {
            return TableText.split(csv);
        } catch (CsvParseException e) {
            fault(0, "", "", "this is no comma-separated text");
            throw refusal();
        }
    }

    private void checkHeader(List<List<String>> lines) {
        var ours = schema.header();
        for (int i = 0; i < ours.size(); i++) {
            var expected = TableText.withoutEmptyEnd(ours.get(i));
            var found = i < lines.size() ? lines.get(i) : List.<String>of();
            if (!found.equals(expected)) {
                fault(
                        0,
                        "line " + (i + 1),
                        String.join(",", found),
                        "the header rows are fixed; take them from the table as downloaded");
            }
        }
    }

    private void checkSize(int rows) {
        if (rows == 0) {
            fault(0, "", "", "the table has no rows");
        } else if (rows > LONGEST_TABLE) {
            fault(0, "", "", "a table has at most " + LONGEST_TABLE + " rows, this one has " + rows);
        }
    }

    private Row row(int number, List<String> line) {
        String description = at(line, 0);
        checkDescription(number, description);
        if (!at(line, 1).equals(Integer.toString(number))) {
            fault(number, TableSchema.ROW, at(line, 1), "rows are numbered by their position");
        }
        if (line.size() > schema.width()) {
            fault(number, "", "", "there are cells beyond the last column");
        }
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < schema.columns().size(); i++) {
            cells.add(cell(number, schema.columns().get(i), at(line, TableSchema.LEADING + i)));
        }
        if (isEmpty(line)) {
            fault(number, "", "", "the row has no condition and would take everything");
        }
        return new Row(number, description, cells);
    }

    /** Asked of the text, so that a malformed condition is not reported twice. */
    private boolean isEmpty(List<String> line) {
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
                fault(row, column.label(), text, "write " + column.type().grammar());
            }
            return new Any();
        }
        try {
            return column.type().parse(text);
        } catch (MalformedCell malformed) {
            fault(row, column.label(), text, malformed.reason());
            return new Any();
        }
    }

    private void checkDescription(int row, String text) {
        if (text.isEmpty()) {
            fault(row, TableSchema.DESCRIPTION, "", "say in plain words what the row is for");
        } else if (text.length() > LONGEST_DESCRIPTION) {
            fault(row, TableSchema.DESCRIPTION, text, "at most " + LONGEST_DESCRIPTION + " characters");
        } else if (FORMULA.matcher(text).matches() || text.chars().anyMatch(Character::isISOControl)) {
            fault(row, TableSchema.DESCRIPTION, text, "begin with a word and keep to one line");
        }
    }

    private static boolean isAny(String text) {
        return text.isEmpty() || text.equals("-");
    }

    private static String at(List<String> line, int column) {
        return column < line.size() ? line.get(column) : "";
    }

    private void fault(int row, String column, String value, String reason) {
        String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
        faults.add(new Fault(row, column, shown, reason));
    }

    private void refuseWhenFaulty() {
        if (!faults.isEmpty()) {
            throw refusal();
        }
    }

    private RuleTableRefused refusal() {
        return new RuleTableRefused(schema.name(), faults);
    }
}
