package dev.tieout.sources.internal.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Markup whose tags and texts stay short: a parser holds one of them whole, so one without an end would fill the memory. */
final class Guarded extends FilterInputStream {

    private static final int LONGEST = 1024 * 1024;

    private int sinceTag;

    Guarded(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        for (int i = offset; i < offset + count; i++) {
            sinceTag = buffer[i] == '>' ? 0 : sinceTag + 1;
            if (sinceTag > LONGEST) {
                throw Workbook.malformed();
            }
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
