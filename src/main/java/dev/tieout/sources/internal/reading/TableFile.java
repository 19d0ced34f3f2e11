package dev.tieout.sources.internal.reading;

import dev.tieout.sources.Sources.FileRefused;
import dev.tieout.terms.Refusal;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file opened for reading. What it is follows from its bytes, never from its name: gzip around anything, a workbook, or a text.
 *
 * @param form what it was found to be
 */
public record TableFile(FileForm form, TableRows rows) implements Closeable {

    private static final int HEAD = 64 * 1024;
    private static final byte[] GZIP = {0x1F, (byte) 0x8B};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD_WORKBOOK = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    /**
     * Opens a body; closing the file does not close it.
     *
     * @param wish what the file is said to be, which overrules what it looks like
     * @param limit bytes that it may have once it is inflated
     * @throws FileRefused when it is of no form that can be read
     */
    public static TableFile open(InputStream body, FileForm wish, long limit) throws IOException {
        var bytes = new BufferedInputStream(body, HEAD);
        if (startsWith(bytes, GZIP)) {
            var inflated = new BufferedInputStream(inflated(bytes, limit), HEAD);
            var inner = openPlain(inflated, wish, limit);
            return new TableFile(inner.form().compressed(), inner.rows());
        }
        return openPlain(bytes, wish, limit);
    }

    private static TableFile openPlain(BufferedInputStream bytes, FileForm wish, long limit) throws IOException {
        if (startsWith(bytes, ZIP)) {
            return Workbook.open(bytes, wish, limit);
        }
        if (startsWith(bytes, OLD_WORKBOOK)) {
            throw new FileRefused(
                    Refusal.Kind.INVALID,
                    "binary-file",
                    "The file is a workbook of the old form or one with a password; save it as XLSX without one, or as CSV.");
        }
        return TextFile.open(bytes, wish);
    }

    private static InputStream inflated(InputStream bytes, long limit) throws IOException {
        try {
            var counted = new Counted(bytes);
            return new Inflated(new GZIPInputStream(counted, HEAD), counted::bytes, limit);
        } catch (ZipException | EOFException e) {
            throw Inflated.malformed();
        }
    }

    private static boolean startsWith(BufferedInputStream bytes, byte[] mark) throws IOException {
        bytes.mark(HEAD);
        var head = bytes.readNBytes(mark.length);
        bytes.reset();
        return Arrays.equals(head, mark);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
