package dev.tieout.corrections.rest;

import dev.tieout.closing.Closes;
import dev.tieout.corrections.Changes;
import dev.tieout.corrections.CorrectionDocument;
import dev.tieout.corrections.Corrections;
import dev.tieout.corrections.Corrections.Draft;
import dev.tieout.corrections.Corrections.NoSuchCorrection;
import dev.tieout.terms.Page;
import dev.tieout.terms.Period;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class CorrectionController {

    private final Corrections corrections;
    private final Closes closes;

    CorrectionController(Corrections corrections, Closes closes) {
        this.corrections = corrections;
        this.closes = closes;
    }

    /** Raises a note about a final close. Every fault of its changes is named in one answer. */
    @PostMapping("/closes/{period}/corrections")
    ResponseEntity<CorrectionDocument> raise(@PathVariable String period, @RequestBody Note note) {
        var written = Objects.requireNonNullElse(note.changes(), List.<Map<String, Object>>of()).stream()
                .map(change -> Objects.requireNonNullElse(change, Map.<String, Object>of()))
                .toList();
        var changes = Changes.read(written);
        var draft = new Draft(Objects.requireNonNullElse(note.comment(), ""), note.policyClause(), changes);
        var raised = corrections.raise(Period.parse(period), draft);
        return ResponseEntity.created(URI.create("/api/v1/corrections/" + raised.id()))
                .body(CorrectionDocument.of(raised));
    }

    /** Those of a close, newest first. */
    @GetMapping("/closes/{period}/corrections")
    Page<CorrectionDocument> corrections(@PathVariable String period) {
        long close = closes.of(Period.parse(period)).key();
        return new Page<>(
                corrections.of(close).stream().map(CorrectionDocument::of).toList(), null);
    }

    @GetMapping("/corrections/{id}")
    CorrectionDocument one(@PathVariable String id) {
        try {
            return CorrectionDocument.of(corrections.correction(Long.parseLong(id)));
        } catch (NumberFormatException noNumber) {
            throw new NoSuchCorrection(id);
        }
    }

    /** What is left out is refused by the service, in its own words. */
    record Note(
            @Nullable String comment,
            @Nullable String policyClause,
            @Nullable List<Map<String, Object>> changes) {}
}
