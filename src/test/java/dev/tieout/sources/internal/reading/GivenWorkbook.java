package dev.tieout.sources.internal.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** XLSX files, part by part, so that they can be wrong in any way. */
public final class GivenWorkbook {

    private static final String SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private final Map<String, String> parts = new LinkedHashMap<>();

    private GivenWorkbook() {}

    /** A workbook of one sheet; style 1 is a date. */
    public static GivenWorkbook of(String rows) {
        var workbook = new GivenWorkbook();
        workbook.with("xl/workbook.xml", """
                <?xml version="1.0"?><workbook xmlns="%s" xmlns:r="r"><sheets>
                <sheet name="Notes" sheetId="9" state="hidden" r:id="rId9"/><sheet name="Export" sheetId="1" r:id="rId1"/>
                </sheets></workbook>""".formatted(SPREADSHEET));
        workbook.with("xl/_rels/workbook.xml.rels", """
                <Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>""");
        workbook.with("xl/styles.xml", """
                <styleSheet xmlns="%s"><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>
                <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="4"/></cellXfs></styleSheet>""".formatted(SPREADSHEET));
        return workbook.with(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"" + SPREADSHEET + "\"><sheetData>" + rows + "</sheetData></worksheet>");
    }

    public GivenWorkbook with(String part, String xml) {
        parts.put(part, xml);
        return this;
    }

    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A row of inline texts. */
    public static String texts(String... cells) {
        var row = new StringBuilder("<row>");
        for (var cell : cells) {
            row.append("<c t=\"inlineStr\"><is><t>").append(cell).append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }
}
