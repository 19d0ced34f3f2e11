package dev.tieout.verification.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that is damage when it holds another number of bytes than announced. Stops at the first byte too many. */
final class Bounded extends FilterInputStream {

    private final String file;
    private final long announced;
    private long read;

    Bounded(String file, InputStream in, long announced) {
        super(in);
        this.file = file;
        this.announced = announced;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count >= 0) {
            read += count;
        }
        if (read > announced || (count < 0 && read < announced)) {
            throw Difference.damage(file + " does not hold the " + announced + " bytes that are announced.");
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        throw new UnsupportedOperationException("Every byte of " + file + " is read");
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
