package dev.tieout.evidence;

import dev.tieout.publication.Publication;
import java.io.IOException;
import java.io.InputStream;

/** A finished pack in a temporary file, which closing removes. */
public interface Pack extends AutoCloseable {

    /** The version that it proves. */
    Publication publication();

    /** Its stable file name: {@code tieout-acme-2026-10-v1-evidence.zip}. */
    String fileName();

    /** Length of the zip in bytes. */
    long bytes();

    /** SHA-256 of its manifest, in hex. */
    String manifestSha256();

    /** Its content, from the beginning; the caller closes. */
    InputStream content() throws IOException;

    /** Removes it. */
    @Override
    void close();
}
