package dev.tieout.exports.internal;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.tieout.terms.InertText;
import dev.tieout.terms.Money;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as CSV (RFC 4180, UTF-8, CRLF): a header and the rows, nothing else, so that every parser reads it. Amounts are exact; text that
 * a spreadsheet would take for a formula begins with an apostrophe.
 */
final class CsvTable<T> implements Closeable {

    private final List<Column<T>> columns;
    private final int decimals;
    private final CsvWriter csv;

    CsvTable(OutputStream out, List<Column<T>> columns, String currency) {
        this.columns = columns;
        this.decimals = Money.decimals(currency);
        this.csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.writeRecord(columns.stream().map(Column::name).toList());
    }

    void row(T row) {
        var cells = new ArrayList<String>(columns.size());
        for (var column : columns) {
            cells.add(cell(column, column.value().apply(row)));
        }
        csv.writeRecord(cells);
    }

    private String cell(Column<T> column, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        return switch (column.kind()) {
            case TEXT -> InertText.of(value.toString());
            case AMOUNT -> exact((BigDecimal) value, decimals);
            case RATIO, COUNT, FLAG, TIME -> value.toString();
        };
    }

    /** With the currency's decimals, and up to four where they are needed. */
    static String exact(BigDecimal amount, int decimals) {
        var shortest = amount.stripTrailingZeros();
        return shortest.setScale(Math.max(shortest.scale(), decimals), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
