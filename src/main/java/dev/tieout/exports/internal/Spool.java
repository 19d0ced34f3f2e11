package dev.tieout.exports.internal;

import dev.tieout.exports.About;
import dev.tieout.exports.ExportedFile;
import dev.tieout.exports.Form;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Writes an export to the temporary directory first. Nobody gets half a file, its length and hash are known before its first byte goes
 * out, and a slow reader holds no connection to the database.
 */
final class Spool {

    private Spool() {}

    /** Writes the bytes; does not close the stream. */
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    static ExportedFile write(String name, Form form, About about, Writing writing) {
        try {
            var path = Files.createTempFile("tieout-export-", ".tmp");
            try {
                var digest = MessageDigest.getInstance("SHA-256");
                try (var out = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(path)), digest)) {
                    writing.to(out);
                }
                var sha256 = HexFormat.of().formatHex(digest.digest());
                return new ExportedFile(name, form, path, Files.size(path), sha256, about);
            } catch (IOException | RuntimeException | NoSuchAlgorithmException e) {
                Files.deleteIfExists(path);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
