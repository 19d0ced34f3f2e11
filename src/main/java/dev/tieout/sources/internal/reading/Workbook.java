package dev.tieout.sources.internal.reading;

import dev.tieout.sources.Sources.FileRefused;
import dev.tieout.terms.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Opens an XLSX workbook. It goes through a temporary file, because its parts lie in any order; the shared texts are held in memory, the
 * rows are not. No document type and so no entity of any kind is read.
 */
final class Workbook {

    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    private static final String STRINGS = "xl/sharedStrings.xml";
    private static final String STYLES = "xl/styles.xml";

    private final ZipFile zip;
    private final long limit;

    private Workbook(ZipFile zip, long limit) {
        this.zip = zip;
        this.limit = limit;
    }

    static TableFile open(InputStream bytes, FileForm wish, long limit) throws IOException {
        var file = Files.createTempFile("tieout-workbook", ".xlsx");
        try {
            Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
            return open(file, wish, limit);
        } catch (ZipException damaged) {
            Files.deleteIfExists(file);
            throw Inflated.malformed();
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static TableFile open(Path file, FileForm wish, long limit) throws IOException {
        var zip = new ZipFile(file.toFile());
        try {
            var workbook = new Workbook(zip, limit);
            var facts = workbook.facts();
            var sheet = chosen(facts.sheets(), wish.sheet());
            var texts = SharedTexts.read(workbook.part(STRINGS));
            var dates = DateStyles.read(workbook.part(STYLES), facts.from1904());
            var rows = new SheetRows(
                    workbook.needed(target(workbook.targets(), facts.sheets(), sheet)), texts, dates, () -> {
                        zip.close();
                        Files.deleteIfExists(file);
                    });
            return new TableFile(new FileForm(FileForm.XLSX, null, null, null, sheet), rows);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** @param sheets relation ids by name, in the workbook's order */
    private record Facts(Map<String, String> sheets, boolean from1904) {}

    private Facts facts() throws IOException {
        var sheets = new LinkedHashMap<String, String>();
        boolean from1904 = false;
        try (var xml = Markup.of(needed(WORKBOOK))) {
            while (xml.nextElement()) {
                if (xml.is("workbookPr")) {
                    from1904 = "1".equals(xml.attribute("date1904")) || "true".equals(xml.attribute("date1904"));
                } else if (xml.is("sheet") && !"hidden".equals(xml.attribute("state"))) {
                    sheets.put(
                            Objects.requireNonNullElse(xml.attribute("name"), ""),
                            Objects.requireNonNullElse(xml.attribute("id"), ""));
                }
            }
        } catch (XMLStreamException e) {
            throw malformed();
        }
        return new Facts(sheets, from1904);
    }

    private Map<String, String> targets() throws IOException {
        var targets = new HashMap<String, String>();
        try (var xml = Markup.of(needed(RELATIONS))) {
            while (xml.nextElement()) {
                var id = xml.attribute("Id");
                var target = xml.attribute("Target");
                if (xml.is("Relationship") && id != null && target != null) {
                    targets.put(id, target.startsWith("/") ? target.substring(1) : "xl/" + target);
                }
            }
        } catch (XMLStreamException e) {
            throw malformed();
        }
        return targets;
    }

    private static String chosen(Map<String, String> sheets, @Nullable String wish) {
        if (wish == null) {
            return sheets.keySet().stream().findFirst().orElseThrow(Workbook::malformed);
        }
        if (!sheets.containsKey(wish)) {
            throw new FileRefused(
                    Refusal.Kind.INVALID,
                    "wrong-header",
                    "The workbook has no sheet “" + wish + "”; it has " + String.join(", ", sheets.keySet()) + ".");
        }
        return wish;
    }

    private static String target(Map<String, String> targets, Map<String, String> sheets, String sheet) {
        var target = targets.get(Objects.requireNonNullElse(sheets.get(sheet), ""));
        if (target == null) {
            throw malformed();
        }
        return target;
    }

    private InputStream needed(String name) throws IOException {
        var part = part(name);
        if (part == null) {
            throw malformed();
        }
        return part;
    }

    private @Nullable InputStream part(String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            return null;
        }
        long packed = Math.max(entry.getCompressedSize(), 1);
        return new Guarded(new Inflated(zip.getInputStream(entry), () -> packed, limit));
    }

    static FileRefused malformed() {
        return new FileRefused(
                Refusal.Kind.INVALID,
                "malformed-workbook",
                "The file is no XLSX workbook that can be read. Nothing was imported.");
    }
}
