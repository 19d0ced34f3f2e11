package dev.tieout.sources.internal.reading;

import dev.tieout.sources.Sources.FileRefused;
import dev.tieout.terms.Refusal;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import java.util.zip.ZipException;

/** Inflated bytes, as many as may be: a file that swells beyond its bound, or beyond all reason, is refused while it is read. */
final class Inflated extends FilterInputStream {

    /** How many times its compressed size a file may have; tables that people export stay below 50. */
    private static final long LARGEST_RATIO = 250;

    /** Below this much nobody asks for the ratio. */
    private static final long UNASKED = 16L * 1024 * 1024;

    private final long limit;
    private final LongSupplier compressed;
    private long bytes;

    /**
     * @param compressed how many bytes these came from so far
     * @param limit how many there may be
     */
    Inflated(InputStream inflating, LongSupplier compressed, long limit) {
        super(inflating);
        this.compressed = compressed;
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count;
        try {
            count = super.read(buffer, offset, length);
        } catch (ZipException | EOFException e) {
            throw malformed();
        }
        bytes += Math.max(count, 0);
        if (bytes > limit || (bytes > UNASKED && bytes / LARGEST_RATIO > compressed.getAsLong())) {
            throw new FileRefused(
                    Refusal.Kind.TOO_LARGE,
                    "file-too-large",
                    "The file grows to more than " + Math.min(bytes, limit)
                            + " bytes when it is unpacked, which is more than it may.");
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    static FileRefused malformed() {
        return new FileRefused(
                Refusal.Kind.INVALID, "malformed-archive", "The compressed file is damaged or not complete.");
    }
}
