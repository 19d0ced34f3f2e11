package dev.tieout.evidence.internal;

import dev.tieout.evidence.format.Hashes;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.zip.CRC32;

/** Takes length, SHA-256 and CRC-32 of what passes through. */
final class Measured extends FilterOutputStream {

    private final MessageDigest digest = Hashes.sha256();
    private final CRC32 crc = new CRC32();
    private long bytes;

    Measured(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        out.write(buffer, offset, length);
        digest.update(buffer, offset, length);
        crc.update(buffer, offset, length);
        bytes += length;
    }

    long bytes() {
        return bytes;
    }

    long crc() {
        return crc.getValue();
    }

    /** To be asked once, when nothing more passes. */
    String sha256() {
        return Hashes.hex(digest);
    }
}
