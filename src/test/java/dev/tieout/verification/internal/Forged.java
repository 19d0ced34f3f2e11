package dev.tieout.verification.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tieout.evidence.OpenedPack;
import dev.tieout.evidence.format.Container;
import dev.tieout.evidence.format.Hashes;
import dev.tieout.evidence.format.Manifest;
import dev.tieout.evidence.format.PackFile;
import dev.tieout.evidence.format.RawEntry;
import dev.tieout.evidence.format.Signing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A pack changed by somebody who can do everything but calculate: hashes, sums and sizes fit again, and a key of theirs has signed it. */
public final class Forged {

    private final Map<String, byte[]> files;
    private final List<String> order;

    private Forged(Map<String, byte[]> files) {
        this.files = files;
        this.order = new ArrayList<>(files.keySet());
        order.remove(Manifest.PATH);
        order.remove(Manifest.SIGNATURE_PATH);
    }

    public static Forged of(Path pack) throws IOException {
        return new Forged(new LinkedHashMap<>(OpenedPack.of(pack).files()));
    }

    /** Changes the text of a file; it has to change. */
    public Forged change(String path, UnaryOperator<String> change) {
        var before = new String(Objects.requireNonNull(files.get(path), path), UTF_8);
        var after = change.apply(before);
        if (after.equals(before)) {
            throw new AssertionError("nothing changed in " + before);
        }
        files.put(path, after.getBytes(UTF_8));
        return this;
    }

    public Forged add(String path, byte[] content) {
        files.put(path, content);
        order.add(path);
        return this;
    }

    public Forged remove(String path) {
        order.remove(path);
        return this;
    }

    /** Writes it, as consistent as the product would. */
    public Path write(Path file) throws IOException, GeneralSecurityException {
        var key = KeyPairGenerator.getInstance(Signing.ALGORITHM).generateKeyPair();
        var before = Manifest.read(Objects.requireNonNull(files.get(Manifest.PATH)));
        var items = order.stream().map(path -> item(before, path)).toList();
        var manifest = new Manifest(
                        before.format(),
                        before.organisation(),
                        before.period(),
                        before.version(),
                        before.status(),
                        before.publishedAt(),
                        before.build(),
                        items,
                        Signing.signer(key.getPublic()))
                .bytes();
        var raw = new LinkedHashMap<RawEntry, byte[]>();
        order.forEach(path -> put(raw, path, Objects.requireNonNull(files.get(path)), false));
        put(raw, Manifest.PATH, manifest, true);
        put(raw, Manifest.SIGNATURE_PATH, Signing.sign(manifest, key.getPrivate()), true);
        return Files.write(file, zip(raw));
    }

    /** The zip of these raw entries. */
    public static byte[] zip(Map<RawEntry, byte[]> raw) throws IOException {
        var out = new ByteArrayOutputStream();
        Container.assemble(
                List.copyOf(raw.keySet()),
                entry -> new ByteArrayInputStream(Objects.requireNonNull(raw.get(entry))),
                out);
        return out.toByteArray();
    }

    private static void put(Map<RawEntry, byte[]> raw, String path, byte[] content, boolean stored) {
        var bytes = stored ? content : deflated(content);
        var crc = new CRC32();
        crc.update(content);
        raw.put(new RawEntry(path, stored, crc.getValue(), content.length, bytes.length), bytes);
    }

    private Manifest.Item item(Manifest before, String path) {
        var content = Objects.requireNonNull(files.get(path));
        var stored = deflated(content);
        var old = before.files().stream()
                .filter(item -> item.path().equals(path))
                .findFirst()
                .orElse(before.files().getFirst());
        var table = PackFile.at(path).filter(file -> !file.columns().isEmpty()).map(TableCheck::new);
        return new Manifest.Item(
                path,
                Hashes.sha256(content),
                content.length,
                Hashes.sha256(stored),
                stored.length,
                old.source(),
                old.logic(),
                old.parameters(),
                table.map(check -> rows(check, content)).orElse(old.rows()),
                table.map(TableCheck::sums).orElse(old.sums()));
    }

    private static Long rows(TableCheck table, byte[] content) {
        try {
            return table.read(new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Difference malformed) {
            return 0L;
        }
    }

    public static byte[] deflated(byte[] content) {
        try (var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
            deflater.setInput(content);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            var buffer = new byte[1 << 16];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }
}
