package dev.tieout.publication.rest;

import dev.tieout.closing.Closes;
import dev.tieout.publication.Publications;
import dev.tieout.publication.Report.View;
import dev.tieout.publication.report.DifferenceTable;
import dev.tieout.terms.Page;
import dev.tieout.terms.Period;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What one version of a period's report says otherwise than another. */
@RestController
@RequestMapping("/api/v1/closes/{period}/difference")
class DifferenceController {

    private static final String CSV = "text/csv";

    private final Closes closes;
    private final Publications publications;

    DifferenceController(Closes closes, Publications publications) {
        this.closes = closes;
        this.publications = publications;
    }

    @GetMapping
    DifferenceAnswer difference(@PathVariable String period, @RequestParam int from, @RequestParam int to) {
        return DifferenceAnswer.of(publications.difference(close(period), from, to));
    }

    /** The movements that differ, by account and line. */
    @GetMapping("/accounts")
    Page<DifferenceAnswer.Account> accounts(
            @PathVariable String period,
            @RequestParam int from,
            @RequestParam int to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(Page.LIMIT) int limit) {
        long close = close(period);
        var currency =
                publications.report(close, to, View.MRR, "").publication().currency();
        var page = publications.differences(close, from, to, cursor, limit);
        return new Page<>(
                page.items().stream()
                        .map(item -> DifferenceAnswer.Account.of(item, currency))
                        .toList(),
                page.next());
    }

    /** All of them as a table, written while they are read. */
    @GetMapping(path = "/accounts", produces = CSV)
    void table(@PathVariable String period, @RequestParam int from, @RequestParam int to, HttpServletResponse response)
            throws IOException {
        long close = close(period);
        publications.differences(close, from, to, null, 1);
        response.setContentType(CSV);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"tieout-" + Period.parse(period) + "-v" + from + "-v" + to + ".csv\"");
        DifferenceTable.write(response.getWriter(), reader -> publications.eachDifference(close, from, to, reader));
    }

    private long close(String period) {
        return closes.of(Period.parse(period)).key();
    }
}
