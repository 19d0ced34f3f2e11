package dev.tieout.verification.internal;

import dev.tieout.evidence.format.Container;
import dev.tieout.evidence.format.Manifest;
import dev.tieout.evidence.format.PackFile;
import dev.tieout.evidence.format.PolicyFile;
import dev.tieout.evidence.format.PublicationFile;
import dev.tieout.evidence.format.RawEntry;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A pack on disk, opened for reading. Nothing of it is trusted: what is held in memory has a limit, and so has every stream. */
final class Pack implements Closeable {

    /** A file that is read as a whole: the manifest, publication, policy and rule tables are far smaller. */
    private static final int WHOLE = 16 << 20;

    private final Path path;
    private final Container container;
    private final Map<String, RawEntry> entries = new LinkedHashMap<>();
    private @Nullable Manifest manifest;
    private @Nullable PublicationFile publication;
    private @Nullable PolicyFile policy;

    private Pack(Path path, Container container) {
        this.path = path;
        this.container = container;
        container.entries().forEach(entry -> entries.put(entry.path(), entry));
    }

    static Pack open(Path path) throws IOException {
        return new Pack(path, Container.open(path));
    }

    Path path() {
        return path;
    }

    Container container() {
        return container;
    }

    Map<String, RawEntry> entries() {
        return entries;
    }

    boolean has(String file) {
        return entries.containsKey(file);
    }

    RawEntry entry(String file) {
        var entry = entries.get(file);
        if (entry == null) {
            throw Difference.damage(file + " is missing from the pack.");
        }
        return entry;
    }

    /** The content as a stream that ends where its entry says it does. */
    InputStream stream(String file) throws IOException {
        var entry = entry(file);
        return new Bounded(file, container.content(entry), entry.bytes());
    }

    /** The content of a small file. */
    byte[] whole(String file) throws IOException {
        if (entry(file).bytes() > WHOLE) {
            throw Difference.damage(file + " is larger than " + WHOLE + " bytes, which no pack's is.");
        }
        try (var content = stream(file)) {
            return content.readAllBytes();
        }
    }

    Rows rows(PackFile file) throws IOException {
        return new Rows(file, stream(file.path()));
    }

    Manifest manifest() throws IOException {
        var read = manifest;
        if (read == null) {
            read = Manifest.read(whole(Manifest.PATH));
            manifest = read;
        }
        return read;
    }

    PublicationFile publication() throws IOException {
        var read = publication;
        if (read == null) {
            read = PublicationFile.read(whole(PackFile.PUBLICATION.path()));
            publication = read;
        }
        return read;
    }

    PolicyFile policy() throws IOException {
        var read = policy;
        if (read == null) {
            read = PolicyFile.read(whole(PackFile.POLICY.path()));
            policy = read;
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        container.close();
    }
}
