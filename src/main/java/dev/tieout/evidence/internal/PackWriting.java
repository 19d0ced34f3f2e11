package dev.tieout.evidence.internal;

import dev.tieout.closing.Close;
import dev.tieout.evidence.format.Manifest;
import dev.tieout.evidence.format.PackFile;
import dev.tieout.evidence.format.Signing;
import dev.tieout.publication.Publication;
import dev.tieout.terms.PeriodLength;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes one pack: its files one after the other, then the manifest over them and its signature. */
final class PackWriting {

    private final PackContents contents;
    private final Rows rows;
    private final Staging staging;
    private final Close close;
    private final Publication publication;
    private final KeyPair keys;
    private final List<Manifest.Item> items = new ArrayList<>();

    PackWriting(PackContents contents, Rows rows, Staging staging, Close close, Publication publication, KeyPair keys) {
        this.contents = contents;
        this.rows = rows;
        this.staging = staging;
        this.close = close;
        this.publication = publication;
        this.keys = keys;
    }

    /** Everything into the staging; the answer is the manifest as signed. */
    byte[] write(String readMe) throws IOException {
        for (var file : PackFile.values()) {
            if (belongs(file)) {
                var extract = Extracts.of(file);
                if (extract == null) {
                    add(document(file, readMe));
                } else {
                    add(extract);
                }
            }
            if (file == PackFile.POLICY) {
                addRules();
            }
        }
        var manifest = manifest().bytes();
        staging.addStored(Manifest.PATH, manifest);
        staging.addStored(Manifest.SIGNATURE_PATH, signed(manifest));
        return manifest;
    }

    private boolean belongs(PackFile file) {
        return switch (file) {
            case BACK_POSTINGS -> contents.attests(file, publication);
            case EVENTS, AT_OPEN -> contents.closesByEvents(publication);
            default -> true;
        };
    }

    private void addRules() throws IOException {
        for (var rule : new TreeMap<>(publication.stamps().rules()).entrySet()) {
            add(new Document(
                    PackFile.rules(rule.getKey()),
                    "the organisation's decision tables, version " + rule.getValue() + ", whose content never changes",
                    "The decision table that the close pinned, byte for byte as it was approved.",
                    out -> out.write(contents.rules(rule.getKey(), rule.getValue()))));
        }
    }

    private Document document(PackFile file, String readMe) {
        return switch (file) {
            case README ->
                new Document(
                        file.path(),
                        "written with the pack",
                        "What the pack holds and how to check it.",
                        out -> out.write(contents.readMe(marks(), readMe)));
            case PUBLICATION ->
                new Document(
                        file.path(),
                        "the publication and its stamps, which are append-only; its close",
                        "What was published, from what, by whom.",
                        out -> out.write(contents.publication(close, publication)));
            case POLICY ->
                new Document(
                        file.path(),
                        "the metric policy, version " + publication.stamps().policy()
                                + ", which does not change once approved",
                        "Every choice that gives the numbers their meaning.",
                        out -> out.write(contents.policy(publication)));
            case CORRECTIONS ->
                new Document(
                        file.path(),
                        "the corrections applied to the close up to this version",
                        "Each correction after close: why, which records, who raised and who approved it.",
                        out -> out.write(contents.attested(file, publication)));
            case BACK_POSTINGS ->
                new Document(
                        file.path(),
                        "the back-posting notes carried out before this version",
                        "Each note that took late postings in: why, by which clause of the policy, which records with the times that they"
                                + " bear, who raised and who approved it.",
                        out -> out.write(contents.attested(file, publication)));
            default -> report(file);
        };
    }

    private Document report(PackFile file) {
        return switch (file) {
            case REPORT_JSON ->
                new Document(
                        file.path(),
                        "the published figures, which are append-only",
                        "The bridge with its ratios, in total and by each standing dimension.",
                        out -> out.write(contents.reportJson(publication)));
            case REPORT_CSV ->
                new Document(
                        file.path(),
                        "the published figures, which are append-only",
                        "The same report as a table.",
                        out -> out.write(contents.reportCsv(publication)));
            default -> throw new IllegalStateException("nobody writes " + file.path());
        };
    }

    private Map<String, String> marks() {
        var signer = Signing.signer(keys.getPublic());
        return Map.of(
                "organisation", close.organisation(),
                "period", close.period(),
                "version", Integer.toString(publication.version()),
                "status", publication.status().name(),
                "publishedAt", publication.publishedAt().toString(),
                "file", fileName(),
                "fingerprint", signer.fingerprint(),
                "publicKey", signer.publicKey());
    }

    String fileName() {
        return PackFile.packName(close.organisation(), close.period(), publication.version());
    }

    private void add(Document document) throws IOException {
        var staged = staging.add(document.path(), document.content());
        items.add(item(staged, document.source(), document.logic(), null, Map.of()));
    }

    private void add(Extract extract) throws IOException {
        var written = new ArrayList<Rows.Written>(1);
        var staged = staging.add(extract.file().path(), out -> written.add(rows.write(extract, values(), out)));
        var table = written.getFirst();
        items.add(item(staged, extract.source(), extract.logic(), table.rows(), table.sums()));
    }

    private Manifest.Item item(
            Staging.Staged staged, String source, String logic, @Nullable Long rowCount, Map<String, String> sums) {
        return new Manifest.Item(
                staged.entry().path(),
                staged.sha256(),
                staged.entry().bytes(),
                staged.storedSha256(),
                staged.entry().storedBytes(),
                source,
                logic,
                parameters(staged.entry().path()),
                rowCount,
                sums);
    }

    private Map<String, String> parameters(String path) {
        var parameters = new HashMap<>(Map.of(
                "organisation", close.organisation(),
                "period", close.period(),
                "version", Integer.toString(publication.version())));
        if (path.equals(PackFile.TOTALS.path()) && contents.tiesOutAfterDiscounts(publication)) {
            parameters.put(Manifest.BILLING, Manifest.AFTER_DISCOUNTS);
        }
        return parameters;
    }

    private Map<String, Object> values() {
        var span = close.span();
        var values = new HashMap<String, Object>();
        values.put("publication", publication.id());
        values.put("published_at", publication.publishedAt().toString());
        values.put("subject", "close/" + close.period());
        values.put("version", publication.version());
        values.put("monthly", span.length() == PeriodLength.MONTH);
        return values;
    }

    private Manifest manifest() {
        return new Manifest(
                Manifest.FORMAT,
                close.organisation(),
                close.period(),
                publication.version(),
                publication.status().name(),
                publication.publishedAt(),
                publication.stamps().build(),
                items,
                Signing.signer(keys.getPublic()));
    }

    private byte[] signed(byte[] manifest) {
        try {
            return Signing.sign(manifest, keys.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that was tried when it was read signs", e);
        }
    }

    /** A file that is written whole. */
    private record Document(String path, String source, String logic, Staging.Content content) {}
}
