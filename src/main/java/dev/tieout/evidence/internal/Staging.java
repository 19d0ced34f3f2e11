package dev.tieout.evidence.internal;

import dev.tieout.evidence.format.Container;
import dev.tieout.evidence.format.RawEntry;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** The files of one pack on their way into the zip: deflated and measured one by one in a directory that only our account can enter. */
final class Staging implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path directory;
    private final List<RawEntry> entries = new ArrayList<>();
    private final Map<String, Path> deflated = new HashMap<>();
    private final Map<String, byte[]> stored = new HashMap<>();

    Staging() throws IOException {
        directory = Files.createTempDirectory("tieout-evidence");
    }

    /** Writes a file's content. */
    @FunctionalInterface
    interface Content {
        void to(OutputStream out) throws IOException;
    }

    /**
     * What a file has become.
     *
     * @param storedSha256 of its deflated bytes
     */
    record Staged(RawEntry entry, String sha256, String storedSha256) {}

    /** Adds a file to the end of the pack. */
    Staged add(String path, Content content) throws IOException {
        var target = directory.resolve(entries.size() + ".deflated");
        deflated.put(path, target);
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try (var file = new Measured(new BufferedOutputStream(Files.newOutputStream(target), BUFFER));
                var plain = new Measured(new DeflaterOutputStream(file, deflater, BUFFER))) {
            content.to(new Unclosed(plain));
            plain.close();
            var entry = new RawEntry(path, false, plain.crc(), plain.bytes(), file.bytes());
            entries.add(entry);
            return new Staged(entry, plain.sha256(), file.sha256());
        } finally {
            deflater.end();
        }
    }

    /** Adds a short file that stands in the zip as it is. */
    void addStored(String path, byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        entries.add(new RawEntry(path, true, crc.getValue(), content.length, content.length));
        stored.put(path, content);
    }

    /** Puts the zip together. */
    Path assemble() throws IOException {
        var zip = directory.resolve("pack.zip");
        try (var out = new BufferedOutputStream(Files.newOutputStream(zip), BUFFER)) {
            Container.assemble(entries, this::raw, out);
        }
        for (var file : deflated.values()) {
            Files.delete(file);
        }
        deflated.clear();
        return zip;
    }

    private InputStream raw(RawEntry entry) throws IOException {
        var content = stored.get(entry.path());
        return content != null ? new ByteArrayInputStream(content) : Files.newInputStream(deflated.get(entry.path()));
    }

    /** Removes everything, the zip too. */
    @Override
    public void close() throws IOException {
        for (var file : deflated.values()) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(directory.resolve("pack.zip"));
        Files.deleteIfExists(directory);
    }

    /** Lets writers of content close what they got: the measures are taken after that. */
    private static final class Unclosed extends java.io.FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            out.write(buffer, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
