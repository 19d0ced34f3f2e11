package dev.tieout.rules.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The shape of a decision table: its columns and, from them, the header rows that Drools' decision-table compiler reads.
 *
 * <p>A header row is code: who can change one can run Java on the server. So it is made here and nowhere else, and a file that brings
 * another header is refused.
 *
 * <p>A released header never changes. A table that is to ask something new gets a further generation beside the old one, so that stored
 * versions, closed periods and evidence packs are still read and run by the header that they were written under.
 *
 * @param name the table's name in files, the API and a close's pins
 * @param generation from 1; new versions are written in the newest
 * @param title for people
 * @param imports every type that the header's code names
 * @param recorder the type of the global {@code hits} that rows report to
 * @param fact what a row is asked about
 * @param columns conditions first, then answers
 */
record TableSchema(
        String name,
        int generation,
        String title,
        List<Class<?>> imports,
        Class<?> recorder,
        Class<?> fact,
        List<Column> columns) {

    static final String DESCRIPTION = "description";
    static final String ROW = "row";

    /** Columns before the first condition: the description, which Drools skips, and the row's number. */
    static final int LEADING = 2;

    TableSchema {
        columns = List.copyOf(columns);
        imports = List.copyOf(imports);
    }

    /** The Java package of the compiled table; it is also the folder that the compiler expects the spreadsheet in. */
    String packageName() {
        return "dev.tieout.rules.tables." + name.replace("-", "");
    }

    /** The rows above the data, cell by cell. The last one holds the labels. */
    List<List<String>> header() {
        return List.of(
                List.of("RuleSet", packageName()),
                List.of(
                        "Import",
                        String.join(
                                ",",
                                imports.stream().map(Class::getCanonicalName).toList())),
                List.of("Variables", recorder.getName() + " hits"),
                List.of("Sequential", "true"),
                List.of("", "RuleTable " + name),
                line("ACTION", columns.stream().map(column -> column.asks() ? "CONDITION" : "ACTION")),
                line("", columns.stream().map(column -> column.asks() ? "$f : " + fact.getSimpleName() + " ..." : "")),
                line("hits.row($f, $param);", columns.stream().map(Column::code)),
                labels());
    }

    /** What stands above the data cells, as people know it. */
    List<String> labels() {
        var labels = new ArrayList<String>();
        labels.add(DESCRIPTION);
        labels.add(ROW);
        columns.forEach(column -> labels.add(column.label()));
        return labels;
    }

    int width() {
        return LEADING + columns.size();
    }

    private static List<String> line(String ofRow, Stream<String> cells) {
        return Stream.concat(Stream.of("", ofRow), cells).toList();
    }
}
