package dev.tieout.sources.internal;

import dev.tieout.sources.Sources.FileRefused;
import dev.tieout.terms.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes and counts a body while it is read, and refuses it as soon as it is too large. */
final class MeasuredBody extends FilterInputStream {

    private final MessageDigest digest = sha256();
    private final long limit;
    private long bytes;

    MeasuredBody(InputStream body, long limit) {
        super(body);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            bytes += count;
            if (bytes > limit) {
                throw tooLarge(limit);
            }
            digest.update(buffer, offset, count);
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    static FileRefused tooLarge(long limit) {
        return new FileRefused(
                Refusal.Kind.TOO_LARGE, "file-too-large", "The file is larger than " + limit + " bytes.");
    }

    /** Of all bytes read so far, in lower-case hexadecimal. */
    String sha256Hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    long bytes() {
        return bytes;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
