package dev.tieout.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL programs for this platform, packed on the classpath and unpacked once per content. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /** Unpacks below {@code parent} unless it is there already, and returns the directory that holds {@code bin}. */
    static Path unpackedBelow(Path parent) throws IOException {
        Path directory = parent.resolve(fingerprint());
        if (Files.isDirectory(directory)) {
            return directory;
        }
        Path unfinished = parent.resolve("unfinished");
        Directories.delete(unfinished);
        unpack(unfinished);
        return Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
    }

    private static InputStream packed() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        String name = "/postgres-" + system + "-" + machine + ".txz";
        InputStream found = PostgresBinaries.class.getResourceAsStream(name);
        if (found == null) {
            throw new EmbeddedServerUnavailable("this build has no PostgreSQL for " + system + " " + machine
                    + ": build Tieout on this machine, or set spring.datasource.url");
        }
        return new BufferedInputStream(found, 1 << 16);
    }

    private static String fingerprint() throws IOException {
        try (DigestInputStream in = new DigestInputStream(packed(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(Path target) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(packed()))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, target);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("an entry of the PostgreSQL archive points outside: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Directories.createReachable(path);
            return;
        }
        Directories.createReachable(path.resolveSibling(""));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            boolean program = entry.getName().contains("bin/") || (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
