package dev.tieout.publication.rest;

import dev.tieout.closing.Closes;
import dev.tieout.publication.Publications;
import dev.tieout.publication.Report.View;
import dev.tieout.publication.report.ReportDocument;
import dev.tieout.terms.Page;
import dev.tieout.terms.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/closes/{period}")
class ReportController {

    private final Closes closes;
    private final Publications publications;

    ReportController(Closes closes, Publications publications) {
        this.closes = closes;
        this.publications = publications;
    }

    /** The report of a version, the latest when none is named; {@code slice} is any attribute of the accounts. As a file: see the exports. */
    @GetMapping("/report")
    ReportDocument report(
            @PathVariable String period,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "mrr") String view,
            @RequestParam(defaultValue = "") String slice) {
        return ReportDocument.of(publications.report(closeOf(period), version, View.parse(view), slice.strip()));
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

    private long closeOf(String period) {
        return closes.of(Period.parse(period)).key();
    }
}
