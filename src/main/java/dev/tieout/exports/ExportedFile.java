package dev.tieout.exports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A finished file in the temporary directory. Whoever gets it opens it once, or closes it.
 *
 * @param name what it is called for a person
 * @param bytes its length
 * @param sha256 of its bytes, in hexadecimal
 * @param about what it holds
 */
public record ExportedFile(String name, Form form, Path path, long bytes, String sha256, About about)
        implements AutoCloseable {

    /** Its bytes; the file is gone when the stream is closed. */
    public InputStream open() {
        try {
            return Files.newInputStream(path, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes it unread. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
