package dev.tieout.rules.rest;

import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleCase;
import dev.tieout.rules.RuleCases;
import dev.tieout.rules.RuleCases.TriedCase;
import dev.tieout.rules.RuleDrafts;
import dev.tieout.terms.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Golden cases over REST. */
@RestController
@RequestMapping("/api/v1/rules/{table}/cases")
class RuleCasesController {

    private final RuleCases cases;

    RuleCasesController(RuleCases cases) {
        this.cases = cases;
    }

    @GetMapping
    Page<RuleCase> all(@PathVariable String table) {
        return new Page<>(cases.of(table), null);
    }

    @GetMapping(params = "version")
    Page<Tried> tried(@PathVariable String table, @RequestParam @Min(1) int version) {
        return new Page<>(
                cases.tried(new PinnedTable(table, version)).stream()
                        .map(Tried::of)
                        .toList(),
                null);
    }

    @GetMapping(produces = "text/csv")
    ResponseEntity<String> csv(@PathVariable String table) {
        var name =
                ContentDisposition.attachment().filename(table + ".cases.csv").build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(cases.csv(table));
    }

    /** What is kept is what the file says otherwise than the present cases. */
    @PostMapping(
            consumes = {"text/csv", MediaType.TEXT_PLAIN_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE, RuleFiles.XLSX
            })
    Page<RuleCase> receive(@PathVariable String table, HttpServletRequest request) throws IOException {
        byte[] file = request.getInputStream().readNBytes(RuleDrafts.LARGEST_FILE + 1);
        return new Page<>(cases.receive(table, file), null);
    }

    @PutMapping
    RuleCase keep(@PathVariable String table, @Valid @RequestBody Case written) {
        return cases.keep(table, written.name(), written.given(), written.expected());
    }

    @PostMapping("/leave-out")
    RuleCase leaveOut(@PathVariable String table, @Valid @RequestBody Name which) {
        return cases.activate(table, which.name(), false);
    }

    @PostMapping("/take-in")
    RuleCase takeIn(@PathVariable String table, @Valid @RequestBody Name which) {
        return cases.activate(table, which.name(), true);
    }

    record Case(
            @NotBlank String name,
            @NotNull Map<String, String> given,
            @NotNull Map<String, String> expected) {}

    /** A case and what a version makes of it. */
    record Tried(RuleCase held, boolean holds, int row, String expected, String actual) {

        static Tried of(TriedCase tried) {
            return new Tried(tried.held(), tried.holds(), tried.row(), tried.expected(), tried.actual());
        }
    }

    record Name(@NotBlank String name) {}
}
