package dev.tieout.sources;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Bodies of files as they come in. */
public final class FileBody {

    private FileBody() {}

    public static InputStream of(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Compressed, and its end is missing. */
    static InputStream cutShort(String text) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.repeat(1_000).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ByteArrayInputStream(packed.toByteArray(), 0, packed.size() - 20);
    }

    /** A body whose rows are made while it is read, so that it can be of any length. */
    public static InputStream generated(String header, int rows, IntFunction<String> row) {
        return new Generated(
                Stream.concat(Stream.of(header), IntStream.range(0, rows).mapToObj(row))
                        .iterator());
    }

    private static final class Generated extends InputStream {

        private final Iterator<String> rows;
        private byte[] row = new byte[0];
        private int position;

        Generated(Iterator<String> rows) {
            this.rows = rows;
        }

        @Override
        public int read() {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (position == row.length) {
                if (!rows.hasNext()) {
                    return -1;
                }
                row = rows.next().getBytes(StandardCharsets.UTF_8);
                position = 0;
            }
            int count = Math.min(length, row.length - position);
            System.arraycopy(row, position, buffer, offset, count);
            position += count;
            return count;
        }
    }
}
