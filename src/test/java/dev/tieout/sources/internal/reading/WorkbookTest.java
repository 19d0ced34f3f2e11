package dev.tieout.sources.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tieout.sources.Sources.FileRefused;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookTest {

    @Test
    void cells_of_every_type_become_text() {
        var file = ReadTable.of(GivenWorkbook.of(GivenWorkbook.texts("account", "mrr", "on", "paid", "note") + """
                        <row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="2"><v>1234.5600000000001</v></c>
                        <c r="C3" s="1"><v>46326</v></c><c r="D3" t="b"><v>1</v></c></row>
                        <row r="4"><c r="A4" t="str"><f>B1&amp;"x"</f><v>A4x</v></c><c r="C4" s="1"><v>46326.5</v></c>
                        <c r="E4" t="e"><v>#REF!</v></c></row>
                        """)
                .with("xl/sharedStrings.xml", """
                        <sst><si><t>unused</t></si><si><r><t>Mül</t></r><r><t>ler</t></r><rPh><t>x</t></rPh></si></sst>""")
                .bytes());
        assertThat(file.form()).isEqualTo(new FileForm("xlsx", null, null, null, "Export"));
        assertThat(file.cells())
                .containsExactly(
                        List.of("account", "mrr", "on", "paid", "note"),
                        List.of("Müller", "1234.56", "2026-10-31", "TRUE"),
                        List.of("A4x", "", "2026-10-31T12:00", "", "#REF!"));
        assertThat(file.rows()).extracting(TableRow::line).containsExactly(1L, 3L, 4L);
    }

    @Test
    void a_formula_without_a_stored_result_is_a_problem_of_its_row() {
        var rows = ReadTable.of(GivenWorkbook.of(GivenWorkbook.texts("a", "b")
                        + "<row><c r=\"A2\"><f>1+1</f></c></row><row><c><v>1</v></c></row>")
                .bytes());
        assertThat(rows.rows().get(1).problem()).isEqualTo("a formula without a stored result in column A");
        assertThat(rows.rows().get(2).problem()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row><c t=\"s\"><v>2000000000</v></c></row>",
                "<row><c t=\"s\"><v>-1</v></c></row>",
                "<row><c r=\"ZZZZZZ1\"><v>1</v></c></row>",
                "<row><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>",
                "<row><c><v>1</v>",
                "<row><c><v>&unknown;</v></c></row>"
            })
    void a_workbook_that_lies_is_refused(String rows) {
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> ReadTable.of(GivenWorkbook.of(rows).bytes()));
    }

    @Test
    void entities_are_never_read() {
        var bytes = GivenWorkbook.of("").with("xl/worksheets/sheet1.xml", """
                        <?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>
                        <worksheet><sheetData><row><c t="inlineStr"><is><t>&e;</t></is></c></row></sheetData></worksheet>""").bytes();
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> ReadTable.of(bytes))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo("malformed-workbook"));
    }

    @Test
    void a_workbook_that_swells_is_refused() {
        var row = GivenWorkbook.texts("x".repeat(1_000));
        var bomb = GivenWorkbook.of(row.repeat(30_000)).bytes();
        assertThat(bomb.length).isLessThan(200_000);
        assertThatExceptionOfType(FileRefused.class).isThrownBy(() -> ReadTable.of(bomb));
        var endless = GivenWorkbook.of("<row><c><v>" + "1".repeat(3_000_000)).bytes();
        assertThatExceptionOfType(FileRefused.class).isThrownBy(() -> ReadTable.of(endless));
    }

    @Property(tries = 300)
    void no_sheet_crashes_the_reader(@ForAll("sheets") List<String> pieces) {
        try {
            ReadTable.of(GivenWorkbook.of(String.join("", pieces)).bytes());
        } catch (FileRefused expected) {
            assertThat(expected.sentence()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<List<String>> sheets() {
        return Arbitraries.of(
                        "<row>",
                        "</row>",
                        "<c>",
                        "<c t=\"s\">",
                        "<c t=\"b\" s=\"1\">",
                        "<c r=\"B7\">",
                        "</c>",
                        "<v>",
                        "</v>",
                        "<f>",
                        "</f>",
                        "1",
                        "1E+999999999",
                        "-46000.75",
                        "NaN",
                        "<c s=\"1\"><v>99999999</v></c>",
                        "<row><c><v>1</v></c></row>",
                        "<is><t>x</t></is>",
                        "<!-- -->",
                        "<![CDATA[x]]>",
                        "&amp;")
                .list()
                .ofMaxSize(20);
    }
}
