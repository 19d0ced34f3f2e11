package dev.tieout.exports.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.exports.internal.Column.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.junit.jupiter.api.Test;

/** A table in a workbook, read back. */
class SheetTableTest {

    private static final List<Column<String>> COLUMNS = List.of(
            new Column<>("name", "Name", Kind.TEXT, 12, text -> text),
            new Column<>("amount", "Amount", Kind.AMOUNT, 12, text -> new BigDecimal("1234.5000")),
            new Column<>("ratio", "Ratio", Kind.RATIO, 12, text -> new BigDecimal("1.045000")),
            new Column<>("rows", "Rows", Kind.COUNT, 12, text -> 7),
            new Column<>("flag", "Flag", Kind.FLAG, 12, text -> true),
            new Column<>("none", "None", Kind.TEXT, 12, text -> null));

    private static byte[] table(List<Column<String>> columns, int rowsPerSheet, String... rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Tieout", null)) {
            var table = new SheetTable<>(workbook, "Movements", columns, "USD", rowsPerSheet);
            for (var row : rows) {
                table.row(row);
            }
            table.close();
        }
        return bytes.toByteArray();
    }

    @Test
    void cells_have_types_and_formats() throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(table(COLUMNS, 10, "=1+1")), formats())) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows.getFirst().getCellText(1)).isEqualTo("Amount");
            var row = rows.get(1);
            assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(0).getFormula()).isNull();
            assertThat(row.getCellText(0)).isEqualTo("=1+1");
            assertThat(row.getCell(1).asNumber()).isEqualByComparingTo("1234.5");
            assertThat(row.getCell(1).getDataFormatString()).isEqualTo("#,##0.00_)");
            assertThat(row.getCell(2).asNumber()).isEqualByComparingTo("1.045");
            assertThat(row.getCell(2).getDataFormatString()).isEqualTo("0.00%_)");
            assertThat(row.getCell(3).asNumber()).isEqualByComparingTo("7");
            assertThat(row.getCell(4).getType()).isEqualTo(CellType.BOOLEAN);
        }
    }

    private static ReadingOptions formats() {
        return new ReadingOptions(true, true);
    }

    @Test
    void the_header_is_frozen_wide_and_filtered() throws IOException {
        assertThat(part(table(COLUMNS, 10, "a", "b"), "xl/worksheets/sheet1.xml"))
                .contains("state=\"frozen\"", "ySplit=\"1\"", "<autoFilter ref=\"A1:F3\">", "width=\"12.0\"");
    }

    @Test
    void a_full_sheet_goes_on_in_a_further_one() throws IOException {
        try (var workbook =
                new ReadableWorkbook(new ByteArrayInputStream(table(COLUMNS, 3, "a", "b", "c", "d", "e")))) {
            var sheets = workbook.getSheets().toList();
            assertThat(sheets)
                    .extracting(sheet -> sheet.getName())
                    .containsExactly("Movements", "Movements 2", "Movements 3");
            assertThat(sheets.get(1).read())
                    .extracting(row -> row.getCellText(0))
                    .containsExactly("Name", "c", "d");
            assertThat(sheets.get(2).read()).hasSize(2);
        }
    }

    @Test
    void an_amount_beyond_a_spreadsheets_digits_stays_exact_as_text() throws IOException {
        List<Column<String>> columns =
                List.of(new Column<>("amount", "Amount", Kind.AMOUNT, 12, text -> new BigDecimal(text)));
        try (var workbook = new ReadableWorkbook(
                new ByteArrayInputStream(table(columns, 10, "123456789012345.6789", "10000000000.1234", "1E+3")))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows.get(1).getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(rows.get(1).getCellText(0)).isEqualTo("123456789012345.6789");
            assertThat(rows.get(2).getCell(0).asNumber()).isEqualByComparingTo("10000000000.1234");
            assertThat(rows.get(3).getCell(0).asNumber()).isEqualByComparingTo("1000");
        }
    }

    @Test
    void without_rows_the_header_stands_alone() throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(table(COLUMNS, 10)))) {
            assertThat(workbook.getFirstSheet().read()).hasSize(1);
        }
    }

    /** By the directory at the end: the library writes sizes there only. */
    private static String part(byte[] workbook, String name) throws IOException {
        var file = Files.createTempFile("workbook", ".xlsx");
        Files.write(file, workbook);
        try (var zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
    }
}
