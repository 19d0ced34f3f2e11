package dev.tieout.evidence.format;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the rows of one table and keeps their number and sums for the manifest. */
public final class TableWriter implements AutoCloseable {

    private final List<Column> columns;
    private final List<@Nullable BigDecimal> sums = new ArrayList<>();
    private final CsvWriter csv;
    private long rows;

    /** Begins the table with its header; closing it closes {@code out}. */
    public TableWriter(PackFile file, OutputStream out) {
        columns = file.columns();
        columns.forEach(column -> sums.add(column.summed() ? BigDecimal.ZERO : null));
        csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.writeRecord(file.header());
    }

    /** One row, its cells written with {@link Cell}, in the order of the columns. */
    public void write(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + columns.size() + " columns");
        }
        for (int i = 0; i < cells.size(); i++) {
            var sum = sums.get(i);
            if (sum != null && !cells.get(i).isEmpty()) {
                sums.set(i, sum.add(new BigDecimal(cells.get(i))));
            }
        }
        csv.writeRecord(cells);
        rows++;
    }

    public long rows() {
        return rows;
    }

    /** Exact sums by column, as plain decimals; "0" for a table without rows. */
    public Map<String, String> sums() {
        var texts = new LinkedHashMap<String, String>();
        for (int i = 0; i < columns.size(); i++) {
            var sum = sums.get(i);
            if (sum != null) {
                texts.put(columns.get(i).name(), sum.toPlainString());
            }
        }
        return texts;
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
