package dev.tieout.sources.internal;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tieout.sources.SourceKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a sheet of a well-formed archive says: it is read with every row accounted for, or refused in words. */
class WorkbooksFuzzTest {

    private static final String BOOK = """
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
            <sheets><sheet name="Rows" sheetId="1" r:id="rId1"/></sheets></workbook>""";

    private static final String RELATIONS = """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="rId1" Target="worksheets/sheet1.xml" \
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/></Relationships>""";

    private static final String SHEET = """
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>\
            <row r="1"><c r="A1" t="inlineStr"><is><t>account_id</t></is></c><c r="B1" t="inlineStr"><is><t>period</t></is></c>\
            <c r="C1" t="inlineStr"><is><t>mrr</t></is></c><c r="D1" t="inlineStr"><is><t>currency</t></is></c></row>\
            <row r="2"><c r="A2" t="inlineStr"><is><t>A1</t></is></c><c r="B2" t="str"><f>1+1</f><v>2026-10</v></c>\
            <c r="C2"><v>1.5E2</v></c><c r="D2" t="s"><v>0</v></c></row></sheetData></worksheet>""";

    @MethodSource("sheets")
    @FuzzTest(maxDuration = "5s")
    void a_sheet_is_read_or_refused(byte[] sheet) throws IOException {
        if (sheet != null) {
            FuzzedFile.readOrRefused(SourceKind.BILLING, "generic-snapshot", workbook(sheet));
        }
    }

    static Stream<byte[]> sheets() {
        return Stream.of(SHEET.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] workbook(byte[] sheet) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(zip, "xl/workbook.xml", BOOK.getBytes(StandardCharsets.UTF_8));
            put(zip, "xl/_rels/workbook.xml.rels", RELATIONS.getBytes(StandardCharsets.UTF_8));
            put(zip, "xl/worksheets/sheet1.xml", sheet);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
