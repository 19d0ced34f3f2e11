package dev.tieout.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.tieout.DatabaseTest;
import dev.tieout.GivenOrganisation;
import dev.tieout.reconciliation.TiedClose;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Files of a provisional version, as scripts fetch them. */
@DatabaseTest
@Import(PublishedOctober.class)
class ExportsRestTest {

    private static final String CLOSE = "/api/v1/closes/2026-10";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Autowired
    PublishedOctober october;

    @Autowired
    MockMvc http;

    TiedClose close;

    @BeforeEach
    void publish() {
        close = october.provisional();
    }

    private MockHttpServletResponse fetch(String path, String accept) throws Exception {
        return http.perform(get(CLOSE + path).accept(accept).with(httpBasic(login(), GivenOrganisation.PASSWORD)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
    }

    private String login() {
        return close.organisation().login("manager");
    }

    private String name(String what) {
        return "attachment; filename=\"tieout-" + close.organisation().id() + "-2026-10-v1-provisional-" + what + "\"";
    }

    @Test
    void movements_as_csv_are_a_header_and_exact_rows_that_no_spreadsheet_runs() throws Exception {
        var answer = fetch("/published-movements", "text/csv");
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).isEqualTo("""
                period,version,status,currency,account,line,opening,closing,change,gross_up,gross_down,fx,class,reason,\
                rule_table,rule_version,rule_row,overridden_by,override_comment,excluded,excluded_by,exclusion_reason,\
                exclusion_comment,attr_region,attr_segment
                2026-10,1,PROVISIONAL,USD,'=s1,,500.00,400.00,-100.00,0.00,100.00,0.00,CONTRACTION,,\
                movement-classification,1,1,,,false,,,,'=cmd(),small
                2026-10,1,PROVISIONAL,USD,b1,,1000.00,1000.00,0.00,0.00,0.00,0.00,RENEWAL,,\
                movement-classification,1,1,,,false,,,,north,big
                2026-10,1,PROVISIONAL,USD,s2,,0.00,70.005,70.005,70.005,0.00,0.00,NEW,,\
                movement-classification,1,1,,,false,,,,'=cmd(),small
                """.replace("\n", "\r\n"));
        assertThat(answer.getHeader("Content-Disposition")).isEqualTo(name("movements.csv"));
        assertThat(answer.getHeader("Tieout-Rows")).isEqualTo("3");
        assertThat(answer.getHeader("Link"))
                .isEqualTo("<" + CLOSE
                        + "/published-movements/about?version=1>; rel=\"describedby\"; type=\"application/json\"");
        var digest = MessageDigest.getInstance("SHA-256").digest(answer.getContentAsByteArray());
        assertThat(answer.getHeader("Repr-Digest"))
                .isEqualTo("sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
        assertThat(answer.getContentLength()).isEqualTo(answer.getContentAsByteArray().length);
    }

    @Test
    void what_a_csv_holds_is_told_beside_it() throws Exception {
        http.perform(get(CLOSE + "/published-movements/about?version=1")
                        .with(httpBasic(login(), GivenOrganisation.PASSWORD)))
                .andExpect(jsonPath("$.rows").value(3))
                .andExpect(jsonPath("$.sums.opening").value("1500.00"))
                .andExpect(jsonPath("$.sums.closing").value("1470.005"))
                .andExpect(jsonPath("$.source").isNotEmpty())
                .andExpect(jsonPath("$.logic").isNotEmpty())
                .andExpect(jsonPath("$.columns[4]").value("account"))
                .andExpect(jsonPath("$.stamps.policy").value(1));
        http.perform(get(CLOSE + "/report/about?view=arr&slice=segment")
                        .with(httpBasic(login(), GivenOrganisation.PASSWORD)))
                .andExpect(jsonPath("$.rows").value(3))
                .andExpect(jsonPath("$.parameters.view").value("ARR"))
                .andExpect(jsonPath("$.sums.opening").value("18000.00"));
    }

    @Test
    void movements_as_a_workbook_have_typed_cells_and_say_where_they_come_from() throws Exception {
        var answer = fetch("/published-movements", XLSX);
        assertThat(answer.getHeader("Content-Disposition")).isEqualTo(name("movements.xlsx"));
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(answer.getContentAsByteArray()))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(4);
            var cell = rows.get(1).getCell(4);
            assertThat(cell.getType()).isEqualTo(CellType.STRING);
            assertThat(cell.getFormula()).isNull();
            assertThat(cell.asString()).isEqualTo("=s1");
            assertThat(rows.get(1).getCell(8).asNumber()).isEqualByComparingTo("-100");
            assertThat(rows.get(3).getCell(7).asNumber()).isEqualByComparingTo("70.005");
            assertThat(about(workbook)).contains("Sum of opening 1500", "Rows 3", "Status Provisional");
        }
    }

    @Test
    void a_report_as_a_workbook_has_a_summary_the_table_and_its_origin() throws Exception {
        var answer = fetch("/report?slice=segment", XLSX);
        assertThat(answer.getHeader("Content-Disposition")).isEqualTo(name("report-by-segment.xlsx"));
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(answer.getContentAsByteArray()))) {
            assertThat(workbook.getSheets().map(sheet -> sheet.getName()))
                    .containsExactly("Summary", "Report", "About");
            var table = workbook.findSheet("Report").orElseThrow().read();
            assertThat(table).hasSize(4);
            assertThat(table.get(1).getCellText(6)).isEqualTo("Total");
            assertThat(table.get(1).getCell(7).asNumber()).isEqualByComparingTo("1500");
            assertThat(table.get(1).getCell(15).asNumber()).isEqualByComparingTo("0.933333");
            var summary = lines(workbook.getFirstSheet().read());
            assertThat(summary).contains("Below 100 %", "Closing 1470.005 3", "Open variances 1");
        }
    }

    @Test
    void the_pdf_has_the_figures_of_the_report_by_segment() throws Exception {
        var answer = fetch("/report.pdf", "*/*");
        assertThat(answer.getContentType()).isEqualTo("application/pdf");
        assertThat(answer.getHeader("Content-Disposition")).isEqualTo(name("report.pdf"));
        assertThat(text(answer))
                .contains("93.33 %", "1,500.00", "1,470.00", "Could be 92.67 % to 94.00 %", "By segment", "10.00 USD")
                .contains("Organisation " + close.organisation().id());
        assertThat(fetch("/report", "application/pdf").getContentAsByteArray())
                .isEqualTo(answer.getContentAsByteArray());
    }

    @Test
    void a_caller_without_a_choice_of_accept_asks_by_extension() throws Exception {
        assertThat(fetch("/report.csv?view=arr", "*/*").getHeader("Content-Disposition"))
                .isEqualTo(name("report-arr.csv"));
        assertThat(fetch("/published-movements.xlsx", "*/*").getContentType()).isEqualTo(XLSX);
        assertThat(fetch("/report", "*/*").getContentType()).startsWith("application/json");
    }

    @Test
    void what_is_not_there_is_a_problem() throws Exception {
        for (var path : List.of("/report.xlsx?version=9", "/published-movements.csv?version=9", "/report.docx")) {
            http.perform(get(CLOSE + path).with(httpBasic(login(), GivenOrganisation.PASSWORD)))
                    .andExpect(status().isNotFound())
                    .andExpect(content().contentType("application/problem+json"));
        }
        http.perform(get(CLOSE + "/report.pdf?view=weekly").with(httpBasic(login(), GivenOrganisation.PASSWORD)))
                .andExpect(status().isBadRequest());
        http.perform(get(CLOSE + "/report.pdf"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().exists("WWW-Authenticate"));
    }

    @Test
    void the_description_of_the_api_knows_the_forms() throws Exception {
        http.perform(get("/v3/api-docs").with(httpBasic(login(), GivenOrganisation.PASSWORD)))
                .andExpect(jsonPath(
                                "$.paths['/api/v1/closes/{period}/report'].get.responses.200.content['application/pdf']")
                        .exists())
                .andExpect(jsonPath("$.paths['/api/v1/closes/{period}/published-movements'].get.responses.200.content['"
                                + XLSX + "']")
                        .exists());
    }

    private static String text(MockHttpServletResponse answer) throws IOException {
        try (var document = Loader.loadPDF(answer.getContentAsByteArray())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String about(ReadableWorkbook workbook) throws IOException {
        return lines(workbook.findSheet("About").orElseThrow().read());
    }

    private static String lines(List<Row> rows) {
        return rows.stream()
                .map(row -> row.stream()
                        .flatMap(cell -> cell == null ? Stream.empty() : Stream.of(cell.getRawValue()))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }
}
