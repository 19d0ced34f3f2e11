package dev.tieout.evidence.internal;

import dev.tieout.evidence.Pack;
import dev.tieout.publication.Publication;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A pack in its staging directory. */
record WrittenPack(Publication publication, String fileName, Staging staging, Path zip, String manifestSha256)
        implements Pack {

    @Override
    public long bytes() {
        try {
            return Files.size(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream content() throws IOException {
        return Files.newInputStream(zip);
    }

    @Override
    public void close() {
        try {
            staging.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
