package dev.tieout.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tieout.rules.RuleDrafts;
import dev.tieout.rules.RuleDrafts.TooLarge;
import dev.tieout.rules.RuleTableRefused;
import dev.tieout.rules.RuleTableRefused.Fault;
import dev.tieout.rules.RuleTables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks and texts as people hand them in, and as nobody should. */
class HandedInFileTest {

    private static final String TABLE = RuleTables.VARIANCE_CAUSE;
    private static final TableForm FORM = TableForm.of(TABLE);

    @ParameterizedTest
    @ValueSource(strings = {RuleTables.MOVEMENT_CLASSIFICATION, RuleTables.VARIANCE_CAUSE, RuleTables.STATUS_CROSSWALK})
    void a_table_comes_back_from_its_workbook_as_it_went(String table) {
        String shipped = KeptTable.read(table, CanonicalTables.text(table)).csv();
        var form = TableForm.of(table);
        var rows = form.rows(shipped);
        var lines = IntStream.range(0, rows.size())
                .mapToObj(i -> form.line(i + 1, rows.get(i)))
                .toList();

        byte[] workbook = Workbook.of(form, "Table", lines);

        assertThat(KeptTable.read(table, read(table, workbook)).csv()).isEqualTo(shipped);
    }

    @Test
    void a_row_put_between_others_needs_no_number() {
        String text = read(TABLE, workbook(sheet -> {
            labels(sheet);
            row(sheet, 1, "First", 1, "yes");
            row(sheet, 2, "Between", "", "no");
            row(sheet, 3, "Last", 2, "");
        }));

        assertThat(TableReader.read(Schemas.VARIANCE, text).rows())
                .extracting(row -> row.number() + " " + row.description())
                .containsExactly("1 First", "2 Between", "3 Last");
    }

    @Test
    void a_workbook_with_a_changed_header_row_is_refused_by_column() {
        var faults = refused(workbook(sheet -> {
            labels(sheet);
            sheet.value(0, 2, "in billing; System.exit(1)");
        }));

        assertThat(faults)
                .containsExactly(new Fault(
                        0,
                        "column 3",
                        "in billing; System.exit(1)",
                        "header rows are fixed: “in billing” stands here"));
    }

    @Test
    void a_workbook_with_code_in_a_cell_is_refused_by_cell() {
        var faults = refused(workbook(sheet -> {
            labels(sheet);
            row(sheet, 1, "Ends the server", 1, "System.exit(0)");
        }));

        assertThat(faults)
                .singleElement()
                .satisfies(fault -> assertThat(fault.toString())
                        .isEqualTo("row 1, in billing “System.exit(0)”: write yes, no, or - for any"));
    }

    @Test
    void a_workbook_with_a_formula_is_refused_by_cell() {
        var faults = refused(workbook(sheet -> {
            labels(sheet);
            row(sheet, 1, "Calculates", 1, "yes");
            sheet.formula(1, 3, "HYPERLINK(\"http://example.org\")");
        }));

        assertThat(faults).extracting(Fault::reason).containsExactly("formulas are not taken; paste the value");
    }

    @Test
    void a_workbook_of_a_hundred_thousand_rows_is_refused_in_one_sentence() {
        var faults = refused(workbook(sheet -> {
            labels(sheet);
            for (int row = 1; row <= 100_000; row++) {
                row(sheet, row, "x", row, "yes");
            }
        }));

        assertThat(faults)
                .singleElement()
                .satisfies(fault -> assertThat(fault.reason()).startsWith("a table has at most 1000 rows"));
    }

    @Test
    void a_workbook_with_merged_cells_is_refused() {
        var faults = refused(workbook(sheet -> {
            labels(sheet);
            row(sheet, 1, "Merged", 1, "yes");
            sheet.range(1, 2, 2, 2).merge();
        }));

        assertThat(faults)
                .extracting(Fault::reason)
                .containsExactly("the sheet has merged cells; unmerge them and fill every row");
    }

    @Test
    void a_small_file_that_unpacks_to_gigabytes_is_refused_before_it_does() throws IOException {
        assertThat(refused(zip("xl/worksheets/sheet1.xml", 200_000_000)))
                .extracting(Fault::reason)
                .containsExactly("the workbook unpacks to more than a rule table ever holds");
    }

    @Test
    void macros_are_refused() throws IOException {
        assertThat(refused(zip("xl/vbaProject.bin", 10)))
                .extracting(Fault::reason)
                .first()
                .isEqualTo("the workbook holds macros; save it as .xlsx without them");
    }

    @Test
    void a_zip_that_is_no_workbook_is_refused() throws IOException {
        assertThat(refused(zip("readme.txt", 10)))
                .extracting(Fault::reason)
                .containsExactly("this is no XLSX workbook that can be read");
    }

    @Test
    void a_file_that_is_too_large_is_not_even_looked_into() {
        byte[] file = new byte[RuleDrafts.LARGEST_FILE + 1];
        assertThatExceptionOfType(TooLarge.class).isThrownBy(() -> read(TABLE, file));
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        assertThat(refused(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1})).hasSize(1);
    }

    @Test
    void the_labels_alone_are_header_enough_for_a_text() {
        String text = read(
                TABLE,
                (String.join(",", FORM.labels()) + "\nBilled only,,yes,no,,,,,,,,,,,,,POSTING\n")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(TableReader.read(Schemas.VARIANCE, text).rows()).hasSize(1);
    }

    private static String read(String table, byte[] file) {
        var faults = new Faults(table);
        var form = TableForm.of(table);
        return form.text(form.handedIn(HandedInFile.lines(file, faults), faults));
    }

    private static List<Fault> refused(byte[] file) {
        var refusal = catchThrowableOfType(
                RuleTableRefused.class, () -> TableReader.read(Schemas.VARIANCE, read(TABLE, file)));
        assertThat(refusal).isNotNull();
        return refusal.faults();
    }

    private static void labels(Worksheet sheet) {
        IntStream.range(0, FORM.labels().size())
                .forEach(i -> sheet.value(0, i, FORM.labels().get(i)));
    }

    private static void row(Worksheet sheet, int at, String description, Object number, String inBilling) {
        sheet.value(at, 0, description);
        if (number instanceof Integer whole) {
            sheet.value(at, 1, whole);
        }
        sheet.value(at, 2, inBilling);
        sheet.value(at, 5, "> 0");
        sheet.value(at, FORM.labels().size() - 1, "POSTING");
    }

    private static byte[] workbook(Consumer<Worksheet> written) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new org.dhatim.fastexcel.Workbook(bytes, "Test", "1.0")) {
            written.accept(workbook.newWorksheet("Rules"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String part, int size) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(part));
            byte[] piece = new byte[Math.min(size, 1_000_000)];
            for (int written = 0; written < size; written += piece.length) {
                zip.write(piece);
            }
        }
        return bytes.toByteArray();
    }
}
