package dev.tieout.rules.internal;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A table as lines of comma-separated cells, without any meaning yet. */
final class TableText {

    private TableText() {}

    /**
     * Splits a file into lines of trimmed cells. Lines without any text and empty cells at a line's end are left out, so that a file
     * saved again by a spreadsheet program still reads the same.
     *
     * @throws CsvParseException when quotes do not match
     */
    static List<List<String>> split(String csv) {
        String text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        try (var records = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            return records.stream()
                    .map(TableText::cells)
                    .filter(cells -> !cells.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(CsvRecord line) {
        return withoutEmptyEnd(line.getFields().stream().map(String::trim).toList());
    }

    static List<String> withoutEmptyEnd(List<String> cells) {
        int size = cells.size();
        while (size > 0 && cells.get(size - 1).isEmpty()) {
            size--;
        }
        return cells.subList(0, size);
    }

    static String print(List<List<String>> lines) {
        var text = new StringWriter();
        try (var writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            lines.forEach(line -> writer.writeRecord(new ArrayList<>(line)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
