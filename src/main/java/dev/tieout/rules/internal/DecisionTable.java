package dev.tieout.rules.internal;

import dev.tieout.rules.RuleTableContent;
import dev.tieout.rules.internal.Column.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A decision table, read and checked: every cell is understood and the first matching row wins. */
record DecisionTable(TableSchema schema, List<Row> rows) implements KeptTable {

    DecisionTable {
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param number its position from 1, as decisions name it
     * @param description what the row is for, in a person's words; the compiler never sees it
     * @param cells one for each column of the schema
     */
    record Row(int number, String description, List<Cell> cells) {

        Row {
            cells = List.copyOf(cells);
        }

        List<String> texts() {
            return cells.stream().map(Cell::text).toList();
        }
    }

    @Override
    public String name() {
        return schema.name();
    }

    @Override
    public List<String> columns() {
        return schema.columns().stream().map(Column::label).toList();
    }

    @Override
    public List<RuleTableContent.Row> described() {
        return rows.stream()
                .map(row -> new RuleTableContent.Row(row.number(), row.description(), row.texts(), sentence(row)))
                .toList();
    }

    /** The form that is kept, in git and in the database: header rows, then rows in canonical writing. */
    @Override
    public String csv() {
        var lines = new ArrayList<>(schema.header());
        for (Row row : rows) {
            lines.add(line(row.description(), row.number(), row.texts()));
        }
        return TableText.print(lines);
    }

    /** The spreadsheet for Drools' compiler: our header, the cells as code, and none of a person's free text. */
    String spreadsheet() {
        var lines = new ArrayList<>(schema.header());
        for (Row row : rows) {
            lines.add(
                    line("", row.number(), row.cells().stream().map(Cell::code).toList()));
        }
        return TableText.print(lines);
    }

    private static List<String> line(String description, int number, List<String> cells) {
        var line = new ArrayList<String>();
        line.add(description);
        line.add(Integer.toString(number));
        line.addAll(cells);
        return line;
    }

    /** SHA-256 of {@link #csv()}, in hexadecimal. */
    String sha256() {
        return sha256(csv());
    }

    static String sha256(String content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    /** A row as a sentence: “When it had revenue at open and its status is cancelled, then churn, cancelled.” */
    String sentence(Row row) {
        var conditions = new ArrayList<String>();
        var answers = new ArrayList<String>();
        for (int i = 0; i < schema.columns().size(); i++) {
            Column column = schema.columns().get(i);
            Cell cell = row.cells().get(i);
            if (column.asks()) {
                conditions.add(column.phrase().say(cell));
            } else if (column.kind() == Kind.ANSWER) {
                answers.add(Phrase.plain(cell.text()));
            } else if (cell.text().equals("yes")) {
                answers.add("for " + column.label());
            }
        }
        conditions.removeIf(String::isEmpty);
        return "When " + String.join(" and ", conditions) + ", then " + String.join(", ", answers) + ".";
    }
}
