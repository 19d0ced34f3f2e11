package dev.tieout.verification.internal;

import dev.tieout.evidence.format.Hashes;
import dev.tieout.evidence.format.Manifest;
import dev.tieout.evidence.format.PackFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;

/** Every file holds what the manifest says: both hashes, its length, and of a table its rows, sums, cells and order. */
final class FilesCheck implements Check {

    @Override
    public String name() {
        return "files";
    }

    @Override
    public String perform(Pack pack) throws IOException {
        long rows = 0;
        for (var item : pack.manifest().files()) {
            var stored = hash(pack.container().raw(pack.entry(item.path())));
            expect(item, "storedSha256", item.storedSha256(), stored);
            var content = new DigestInputStream(pack.stream(item.path()), Hashes.sha256());
            rows += read(item, content);
            expect(item, "sha256", item.sha256(), Hashes.hex(content.getMessageDigest()));
        }
        return Words.count(pack.manifest().files().size(), "file") + " with both hashes, " + Words.count(rows, "row")
                + " with their sums";
    }

    private static long read(Manifest.Item item, InputStream content) throws IOException {
        var file = PackFile.at(item.path()).filter(known -> !known.columns().isEmpty());
        if (file.isEmpty()) {
            try (content) {
                content.transferTo(OutputStream.nullOutputStream());
            }
            return 0;
        }
        var table = new TableCheck(file.get());
        long rows = table.read(content);
        expect(item, "rows", String.valueOf(item.rows()), Long.toString(rows));
        expect(item, "sums", item.sums(), table.sums());
        return rows;
    }

    private static String hash(InputStream raw) throws IOException {
        try (var digested = new DigestInputStream(raw, Hashes.sha256())) {
            digested.transferTo(OutputStream.nullOutputStream());
            return Hashes.hex(digested.getMessageDigest());
        }
    }

    private static void expect(Manifest.Item item, String what, Object said, Object is) {
        if (!said.equals(is)) {
            throw Difference.of(item.path(), "", what + " of the manifest", is, said);
        }
    }
}
