package dev.tieout.evidence.format;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Reads a table row by row: the cells as they stand, in the order of the columns, to be read with {@link Cell}. */
public final class TableReader implements Iterator<List<String>>, AutoCloseable {

    private final PackFile file;
    private final CloseableIterator<CsvRecord> records;
    private long rows;

    /**
     * Begins to read; closing it closes {@code in}.
     *
     * @throws IOException when the header is not the file's own
     */
    public TableReader(PackFile file, InputStream in) throws IOException {
        this.file = file;
        var utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        records = CsvReader.builder()
                .skipEmptyLines(false)
                .ofCsvRecord(new InputStreamReader(in, utf8))
                .iterator();
        if (!records.hasNext() || !records.next().getFields().equals(file.header())) {
            records.close();
            throw new IOException(file.path() + " does not begin with the columns " + String.join(",", file.header()));
        }
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public List<String> next() {
        if (!records.hasNext()) {
            throw new NoSuchElementException(file.path() + " has no row after its " + rows + ".");
        }
        var cells = records.next().getFields();
        rows++;
        if (cells.size() != file.columns().size()) {
            throw new IllegalStateException(file.path() + ", row " + rows + ": " + cells.size() + " cells for "
                    + file.columns().size() + " columns");
        }
        return cells;
    }

    /** Rows read so far. */
    public long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
