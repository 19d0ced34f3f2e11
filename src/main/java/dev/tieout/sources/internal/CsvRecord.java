package dev.tieout.sources.internal;

import java.util.List;

/** Cells as one record of CSV, without its line end. */
final class CsvRecord {

    private CsvRecord() {}

    static String of(List<String> cells) {
        var text = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            text.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
        }
        return text.toString();
    }

    private static String cell(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
