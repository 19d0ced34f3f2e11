package dev.tieout.findings.rest;

import dev.tieout.closing.Closes;
import dev.tieout.findings.Finding;
import dev.tieout.findings.Findings;
import dev.tieout.findings.FollowUps;
import dev.tieout.terms.Page;
import dev.tieout.terms.Period;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What stands out in a period's report. */
@RestController
@RequestMapping("/api/v1/closes/{period}/findings")
class FindingController {

    private final Closes closes;
    private final Findings findings;
    private final FollowUps followUps;

    FindingController(Closes closes, Findings findings, FollowUps followUps) {
        this.closes = closes;
        this.findings = findings;
        this.followUps = followUps;
    }

    /** The findings of a version, the latest when none is named. */
    @GetMapping
    Page<FindingAnswer> findings(
            @PathVariable String period, @RequestParam(required = false) @Nullable Integer version) {
        return new Page<>(
                findings.of(close(period), version).stream()
                        .map(FindingAnswer::of)
                        .toList(),
                null);
    }

    /** Makes a finding of the latest version, or of the one named, a follow-up. */
    @PostMapping("/{kind}/follow-up")
    @ResponseStatus(HttpStatus.CREATED)
    FollowUpAnswer followUp(
            @PathVariable String period,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable Integer version,
            @Valid @RequestBody Wanted wanted) {
        var comment = wanted.comment();
        return FollowUpAnswer.of(followUps.open(
                close(period),
                Finding.Kind.ofSlug(kind),
                version,
                wanted.owner(),
                wanted.due(),
                comment == null ? "" : comment));
    }

    private long close(String period) {
        return closes.of(Period.parse(period)).key();
    }

    record Wanted(
            @NotBlank String owner,
            @NotNull LocalDate due,
            @Nullable String comment) {}
}
