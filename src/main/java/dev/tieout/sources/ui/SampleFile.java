package dev.tieout.sources.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Function;

/** A file that somebody looks at before it is imported, kept aside meanwhile. */
record SampleFile(String name, Path path) {

    static SampleFile of(String name, InputStream body) {
        try {
            var path = Files.createTempFile("tieout-sample", ".tmp");
            Files.copy(body, path, StandardCopyOption.REPLACE_EXISTING);
            return new SampleFile(name, path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T read(Function<InputStream, T> reader) {
        try (var body = Files.newInputStream(path)) {
            return reader.apply(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
