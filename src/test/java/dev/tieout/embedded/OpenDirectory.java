package dev.tieout.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** JUnit's temporary directories are closed to other accounts, and root's PostgreSQL runs under another one. */
final class OpenDirectory {

    private OpenDirectory() {}

    static Path in(Path temporary) throws IOException {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        return temporary;
    }
}
