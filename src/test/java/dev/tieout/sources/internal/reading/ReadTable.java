package dev.tieout.sources.internal.reading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** All rows of a file at once. */
public record ReadTable(FileForm form, List<TableRow> rows) {

    public static final long LIMIT = 64L * 1024 * 1024;

    public static ReadTable of(byte[] bytes) {
        return of(bytes, FileForm.UNKNOWN);
    }

    static ReadTable of(byte[] bytes, FileForm wish) {
        try (var file = TableFile.open(new ByteArrayInputStream(bytes), wish, LIMIT)) {
            var rows = new ArrayList<TableRow>();
            for (var row = file.rows().next(); row != null; row = file.rows().next()) {
                rows.add(row);
            }
            return new ReadTable(file.form(), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many rows a file has, none of them kept. */
    static long count(byte[] bytes) {
        try (var file = TableFile.open(new ByteArrayInputStream(bytes), FileForm.UNKNOWN, LIMIT)) {
            long rows = 0;
            while (file.rows().next() != null) {
                rows++;
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<List<String>> cells() {
        return rows.stream().map(TableRow::cells).toList();
    }

    static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
