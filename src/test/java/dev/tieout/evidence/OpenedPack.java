package dev.tieout.evidence;

import dev.tieout.evidence.format.Container;
import dev.tieout.evidence.format.Manifest;
import dev.tieout.evidence.format.PackFile;
import dev.tieout.evidence.format.TableReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A pack's files in memory, for tests that look into them. */
public record OpenedPack(Map<String, byte[]> files) {

    public static OpenedPack of(Path pack) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var container = Container.open(pack)) {
            for (var entry : container.entries()) {
                files.put(entry.path(), container.content(entry).readAllBytes());
            }
        }
        return new OpenedPack(files);
    }

    public byte[] bytes(String path) {
        return Objects.requireNonNull(files.get(path), path);
    }

    public String text(PackFile file) {
        return new String(bytes(file.path()), StandardCharsets.UTF_8);
    }

    public Manifest manifest() {
        return Manifest.read(bytes(Manifest.PATH));
    }

    /** The rows of a table. */
    public List<Row> table(PackFile file) {
        var rows = new ArrayList<Row>();
        try (var reader = new TableReader(file, new ByteArrayInputStream(bytes(file.path())))) {
            while (reader.hasNext()) {
                rows.add(new Row(file.header(), reader.next()));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return rows;
    }

    /** A row's cells as they stand. */
    public record Row(List<String> header, List<String> cells) {
        public String get(String column) {
            return cells.get(header.indexOf(column));
        }
    }
}
