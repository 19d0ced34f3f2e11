package dev.tieout.verification.internal;

import dev.tieout.evidence.format.Manifest;
import dev.tieout.evidence.format.PackFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The manifest names every file of the pack, nothing else stands in it, and it says of the publication what the publication says. */
final class ManifestCheck implements Check {

    /** Beyond this a file is built to fill a disk or an afternoon, not to be read: tables deflate to a tenth or so. */
    private static final long INFLATION = 200;

    private static final long SMALL = 1 << 20;

    /**
     * Only there when another system's report was the third leg, a note took late postings in, or events made the closing lines; none of
     * before has moved lines.
     */
    private static final Set<PackFile> OPTIONAL =
            Set.of(PackFile.MOVED, PackFile.RETAINED, PackFile.BACK_POSTINGS, PackFile.AT_OPEN, PackFile.EVENTS);

    @Override
    public String name() {
        return "manifest";
    }

    @Override
    public String perform(Pack pack) throws IOException {
        var manifest = pack.manifest();
        if (!manifest.format().equals(Manifest.FORMAT)) {
            throw Difference.of(Manifest.PATH, "", "format", Manifest.FORMAT, manifest.format());
        }
        if (!Arrays.equals(manifest.bytes(), pack.whole(Manifest.PATH))) {
            throw Difference.damage(Manifest.PATH + " is not written in its canonical form.");
        }
        checkOrder(pack, manifest);
        for (var item : manifest.files()) {
            checkSizes(pack, item);
        }
        checkFiles(pack);
        checkPublication(pack, manifest);
        return Words.count(manifest.files().size(), "file") + " named, none missing, none besides";
    }

    private static void checkOrder(Pack pack, Manifest manifest) {
        var named = new ArrayList<>(
                manifest.files().stream().map(Manifest.Item::path).toList());
        named.add(Manifest.PATH);
        named.add(Manifest.SIGNATURE_PATH);
        var there = List.copyOf(pack.entries().keySet());
        for (int i = 0; i < Math.max(named.size(), there.size()); i++) {
            var expected = i < named.size() ? named.get(i) : null;
            var found = i < there.size() ? there.get(i) : null;
            if (!Objects.equals(expected, found)) {
                throw Difference.of("The pack", "", "file " + (i + 1), orNothing(expected), orNothing(found));
            }
        }
    }

    private static String orNothing(@Nullable String path) {
        return path == null ? "nothing more" : path;
    }

    private static void checkSizes(Pack pack, Manifest.Item item) {
        var entry = pack.entry(item.path());
        if (entry.bytes() != item.bytes()) {
            throw Difference.of(item.path(), "", "bytes", item.bytes(), entry.bytes());
        }
        if (entry.storedBytes() != item.storedBytes()) {
            throw Difference.of(item.path(), "", "storedBytes", item.storedBytes(), entry.storedBytes());
        }
        if (entry.stored()) {
            throw Difference.damage(item.path() + " is stored as it is; in a pack it is deflated.");
        }
        if (entry.bytes() > SMALL && entry.bytes() / INFLATION > entry.storedBytes()) {
            throw Difference.damage(
                    item.path() + " would inflate more than " + INFLATION + "-fold, which no table does.");
        }
    }

    /** Everything that belongs in a pack is there, and nothing that does not: a name is known, or it is refused. */
    private static void checkFiles(Pack pack) throws IOException {
        for (var file : PackFile.values()) {
            if (!pack.has(file.path()) && !OPTIONAL.contains(file)) {
                throw Difference.damage(file.path() + " is missing from the pack.");
            }
        }
        var tables = pack.publication().publication().stamps().rules().keySet();
        var rules = tables.stream().map(PackFile::rules).collect(Collectors.toSet());
        for (var rule : rules) {
            pack.entry(rule);
        }
        for (var path : pack.entries().keySet()) {
            boolean own = path.equals(Manifest.PATH) || path.equals(Manifest.SIGNATURE_PATH);
            if (!own && PackFile.at(path).isEmpty() && !rules.contains(path)) {
                throw Difference.damage(Difference.shown(path) + " stands in the pack and belongs in none.");
            }
        }
    }

    private static void checkPublication(Pack pack, Manifest manifest) throws IOException {
        var published = pack.publication();
        var publication = published.publication();
        var said = Map.of(
                "organisation", manifest.organisation(),
                "period", manifest.period(),
                "version", manifest.version(),
                "status", manifest.status(),
                "publishedAt", manifest.publishedAt(),
                "build", manifest.build());
        var is = Map.of(
                "organisation", published.organisation(),
                "period", publication.period(),
                "version", publication.version(),
                "status", publication.status().name(),
                "publishedAt", publication.publishedAt(),
                "build", publication.stamps().build());
        for (var field : List.of("organisation", "period", "version", "status", "publishedAt", "build")) {
            if (!Objects.equals(said.get(field), is.get(field))) {
                throw Difference.of(
                        Manifest.PATH,
                        "",
                        field,
                        Objects.requireNonNull(is.get(field)),
                        Objects.requireNonNull(said.get(field)));
            }
        }
    }
}
