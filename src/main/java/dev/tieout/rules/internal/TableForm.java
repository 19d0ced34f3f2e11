package dev.tieout.rules.internal;

import dev.tieout.rules.ColumnGuide;
import dev.tieout.rules.NoSuchRuleTable;
import dev.tieout.rules.RuleDraft.Row;
import dev.tieout.rules.RuleTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How a table looks to the person who writes it: a description and data cells. Header rows and row numbers are ours and are put around
 * them here, so that whatever a person hands in, they are never theirs.
 *
 * @param header the rows above the data in the newest generation; the last one holds the labels
 * @param describes the position of the description among the labels
 * @param numbers the position of the row number, or -1 when the table has none
 */
record TableForm(String name, List<List<String>> header, int describes, int numbers, List<ColumnGuide> columns) {

    static TableForm of(String name) {
        if (name.equals(RuleTables.STATUS_CROSSWALK)) {
            return new TableForm(name, List.of(StatusCrosswalk.COLUMNS), 3, -1, StatusCrosswalk.guides());
        }
        var newest = Schemas.generationsOf(name).stream().findFirst().orElseThrow(() -> new NoSuchRuleTable(name));
        return new TableForm(
                name,
                newest.header(),
                0,
                1,
                newest.columns().stream().map(Column::guide).toList());
    }

    List<String> labels() {
        return header.getLast();
    }

    /** The rows as the text that is kept: our header, rows numbered by their position. */
    String text(List<Row> rows) {
        var lines = new ArrayList<>(header);
        for (int i = 0; i < rows.size(); i++) {
            lines.add(line(i + 1, rows.get(i)));
        }
        return TableText.print(lines);
    }

    /** One row as it stands below {@link #labels}. */
    List<String> line(int number, Row row) {
        var line = new ArrayList<String>();
        var cells = row.cells().iterator();
        for (int i = 0; i < labels().size(); i++) {
            if (i == describes) {
                line.add(oneLine(row.description()));
            } else if (i == numbers) {
                line.add(Integer.toString(number));
            } else {
                line.add(cells.hasNext() ? oneLine(cells.next()) : "");
            }
        }
        cells.forEachRemaining(beyond -> line.add(oneLine(beyond)));
        return line;
    }

    /** What was copied from a cell of several lines is one line here. */
    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").trim();
    }

    /** The rows of a kept text, whatever stands in them. Columns are found by their labels, so a draft of an older generation opens. */
    List<Row> rows(String kept) {
        var lines = TableText.split(kept);
        int labelled = Math.min(header.size(), lines.size()) - 1;
        if (labelled < 0) {
            return List.of();
        }
        var labels = lines.get(labelled);
        return lines.subList(labelled + 1, lines.size()).stream()
                .map(line -> row(line, labels))
                .toList();
    }

    private Row row(List<String> line, List<String> labels) {
        var cells = columns.stream()
                .map(column -> at(line, labels.indexOf(column.label())))
                .toList();
        return new Row(at(line, labels.indexOf(labels().get(describes))), cells);
    }

    /**
     * The rows of a file that a person hands in, below either form of our header: all its rows, or the labels alone.
     *
     * @throws dev.tieout.rules.RuleTableRefused when the header is another
     */
    List<Row> handedIn(List<List<String>> lines, Faults faults) {
        var data = lines.subList(headerRows(lines, faults), lines.size());
        faults.checkLength(data.size());
        faults.refuseIfAny();
        var rows = new ArrayList<Row>();
        for (List<String> line : data) {
            checkNumber(rows.size() + 1, line, faults);
            rows.add(handedIn(line));
        }
        faults.refuseIfAny();
        return rows;
    }

    private Row handedIn(List<String> line) {
        var cells = new ArrayList<String>();
        int width = Math.max(labels().size(), line.size());
        IntStream.range(0, width).filter(i -> i != describes && i != numbers).forEach(i -> cells.add(at(line, i)));
        return new Row(at(line, describes), cells);
    }

    private void checkNumber(int row, List<String> line, Faults faults) {
        String number = numbers < 0 ? "" : at(line, numbers);
        if (!number.matches("\\d{0,6}(\\.0+)?")) {
            faults.add(
                    row, labels().get(numbers), number, "the row's number stands here; leave it empty for a new row");
        }
    }

    private int headerRows(List<List<String>> lines, Faults faults) {
        if (lines.isEmpty()) {
            faults.ofTable("the file is empty");
            faults.refuseIfAny();
        }
        if (lines.size() >= header.size()
                && IntStream.range(0, header.size())
                        .allMatch(i -> lines.get(i).equals(TableText.withoutEmptyEnd(header.get(i))))) {
            return header.size();
        }
        var first = lines.getFirst();
        int width = Math.max(first.size(), labels().size());
        for (int i = 0; i < width; i++) {
            String found = at(first, i).toLowerCase(Locale.ROOT);
            String ours = at(labels(), i);
            if (!found.equals(ours)) {
                String should = ours.isEmpty() ? "no column" : "“" + ours + "”";
                faults.add(0, "column " + (i + 1), at(first, i), "header rows are fixed: " + should + " stands here");
            }
        }
        faults.refuseIfAny();
        return 1;
    }

    private static String at(List<String> line, int column) {
        return column >= 0 && column < line.size() ? line.get(column) : "";
    }
}
