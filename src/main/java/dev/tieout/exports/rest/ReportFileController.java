package dev.tieout.exports.rest;

import dev.tieout.closing.Closes;
import dev.tieout.exports.About;
import dev.tieout.exports.Exports;
import dev.tieout.exports.Exports.AskedReport;
import dev.tieout.exports.Form;
import dev.tieout.publication.Report.View;
import dev.tieout.terms.Period;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** A report as a file: by the Accept header, or by the extension for callers that cannot choose one. */
@RestController
@RequestMapping("/api/v1/closes/{period}")
class ReportFileController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Closes closes;
    private final Exports exports;

    ReportFileController(Closes closes, Exports exports) {
        this.closes = closes;
        this.exports = exports;
    }

    @Operation(summary = "The report as CSV: a header, the total, a row for each slice")
    @GetMapping(path = "/report", produces = "text/csv")
    ResponseEntity<Resource> csv(
            @PathVariable String period,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "mrr") String view,
            @RequestParam(defaultValue = "") String slice) {
        return answer(period, version, view, slice, Form.CSV);
    }

    @Operation(summary = "The report as a workbook: summary, table, and where it comes from")
    @GetMapping(path = "/report", produces = XLSX)
    ResponseEntity<Resource> xlsx(
            @PathVariable String period,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "mrr") String view,
            @RequestParam(defaultValue = "") String slice) {
        return answer(period, version, view, slice, Form.XLSX);
    }

    @Operation(summary = "The report for a board, sliced by segment unless another slice is asked for")
    @GetMapping(path = "/report", produces = "application/pdf")
    ResponseEntity<Resource> pdf(
            @PathVariable String period,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "mrr") String view,
            @RequestParam(defaultValue = "") String slice) {
        return answer(period, version, view, slice, Form.PDF);
    }

    @Operation(summary = "The same by extension: csv, xlsx or pdf")
    @GetMapping("/report.{form:csv|xlsx|pdf}")
    ResponseEntity<Resource> file(
            @PathVariable String period,
            @PathVariable String form,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "mrr") String view,
            @RequestParam(defaultValue = "") String slice) {
        return answer(period, version, view, slice, Form.valueOf(form.toUpperCase(Locale.ROOT)));
    }

    @Operation(summary = "What the report's files hold: source, logic, parameters, row count, sums, columns, stamps")
    @GetMapping("/report/about")
    About about(
            @PathVariable String period,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "mrr") String view,
            @RequestParam(defaultValue = "") String slice) {
        return exports.aboutReport(asked(period, version, view, slice));
    }

    private ResponseEntity<Resource> answer(
            String period, @Nullable Integer version, String view, String slice, Form form) {
        var asked = asked(period, version, view, slice);
        var file = exports.report(asked, form);
        var about = UriComponentsBuilder.fromPath("/api/v1/closes/{period}/report/about")
                .queryParam("version", file.about().version())
                .queryParam("view", asked.view())
                .queryParam("slice", "{slice}")
                .encode()
                .buildAndExpand(period, asked.slice());
        return FileAnswers.of(file, about.toUriString());
    }

    private AskedReport asked(String period, @Nullable Integer version, String view, String slice) {
        return new AskedReport(closes.of(Period.parse(period)).key(), version, View.parse(view), slice.strip());
    }
}
