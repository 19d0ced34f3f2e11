package dev.tieout.publication.rest;

import dev.tieout.closing.Closes;
import dev.tieout.publication.Publications;
import dev.tieout.publication.Report;
import dev.tieout.publication.Report.View;
import dev.tieout.publication.report.ReportDocument;
import dev.tieout.publication.report.ReportTable;
import dev.tieout.terms.Page;
import dev.tieout.terms.Period;
import dev.tieout.terms.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/closes/{period}")
class ReportController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Closes closes;
    private final Publications publications;

    ReportController(Closes closes, Publications publications) {
        this.closes = closes;
        this.publications = publications;
    }

    /** The report of a version, the latest when none is named; {@code slice} is any attribute of the accounts. */
    @GetMapping("/report")
    ReportDocument report(
            @PathVariable String period,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "mrr") String view,
            @RequestParam(defaultValue = "") String slice) {
        return ReportDocument.of(read(period, version, view, slice));
    }

    /** The same as a table; its columns are {@link ReportTable#COLUMNS}. */
    @GetMapping(path = "/report", produces = "text/csv")
    ResponseEntity<byte[]> table(
            @PathVariable String period,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "mrr") String view,
            @RequestParam(defaultValue = "") String slice) {
        var report = read(period, version, view, slice);
        var file = "tieout-" + report.publication().period() + "-v"
                + report.publication().version() + ".csv";
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file).build().toString())
                .body(ReportTable.of(report).getBytes(StandardCharsets.UTF_8));
    }

    /** Every version, oldest first. */
    @GetMapping("/publications")
    Page<PublicationAnswer> publications(@PathVariable String period) {
        return new Page<>(
                publications.of(closeOf(period)).stream()
                        .map(PublicationAnswer::of)
                        .toList(),
                null);
    }

    private Report read(String period, @Nullable Integer version, String view, String slice) {
        return publications.report(closeOf(period), version, viewOf(view), slice.strip());
    }

    private long closeOf(String period) {
        return closes.of(Period.parse(period)).key();
    }

    private static View viewOf(String text) {
        return Arrays.stream(View.values())
                .filter(view -> view.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new NoSuchView(text));
    }

    /** Neither MRR nor ARR. */
    static final class NoSuchView extends Refusal {
        NoSuchView(String text) {
            super(Kind.INVALID, "no-such-view", "“" + text + "” is no view of a report; write mrr or arr.");
        }
    }
}
