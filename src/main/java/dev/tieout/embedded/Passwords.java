package dev.tieout.embedded;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The random passwords of one embedded PostgreSQL, in a file that only our own account can read. */
record Passwords(String superuser, String owner, String application) {

    static Passwords keptIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            create(file);
        }
        Properties kept = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            kept.load(in);
        }
        return new Passwords(
                kept.getProperty("superuser", ""), kept.getProperty("owner", ""), kept.getProperty("application", ""));
    }

    private static void create(Path file) throws IOException {
        Properties fresh = new Properties();
        fresh.setProperty("superuser", random());
        fresh.setProperty("owner", random());
        fresh.setProperty("application", random());
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer out = Files.newBufferedWriter(unfinished)) {
            fresh.store(out, null);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Hexadecimal, so that it needs no quoting anywhere. */
    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "Passwords[not shown]";
    }
}
