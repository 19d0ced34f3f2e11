package dev.tieout.rules.rest;

import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleDraft;
import dev.tieout.rules.RuleDrafts;
import dev.tieout.rules.RuleTableVersion;
import dev.tieout.rules.RuleTables;
import dev.tieout.rules.RuleTrials;
import dev.tieout.rules.RuleTrials.NothingToTry;
import dev.tieout.rules.RuleTrials.RowHits;
import dev.tieout.terms.Period;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** New versions of rule tables: handed in as a file, thrown away or submitted. What the file is its content tells. */
@RestController
@RequestMapping("/api/v1/rules/{table}/versions")
class RuleDraftsController {

    private static final String SEEN =
            "The edition of the draft that you have read. May be left out by who wrote in it last.";

    private final RuleDrafts drafts;
    private final RuleTables tables;
    private final RuleTrials trials;

    RuleDraftsController(RuleDrafts drafts, RuleTables tables, RuleTrials trials) {
        this.drafts = drafts;
        this.tables = tables;
        this.trials = trials;
    }

    @Operation(
            summary = "A draft from a file, with its analysis",
            requestBody =
                    @RequestBody(
                            content = {
                                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                                @Content(
                                        mediaType = RuleFiles.XLSX,
                                        schema = @Schema(type = "string", format = "binary"))
                            }))
    @PostMapping(
            consumes = {"text/csv", MediaType.TEXT_PLAIN_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE, RuleFiles.XLSX
            })
    @ResponseStatus(HttpStatus.CREATED)
    RuleDraft receive(
            @PathVariable String table,
            @RequestParam(required = false) @Nullable String effectiveFrom,
            @RequestParam(defaultValue = "Handed in as a file") String comment,
            HttpServletRequest request)
            throws IOException {
        byte[] file = request.getInputStream().readNBytes(RuleDrafts.LARGEST_FILE + 1);
        return drafts.receive(table, file, period(effectiveFrom), comment);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    RuleDraft receivePart(
            @PathVariable String table,
            @RequestParam(required = false) @Nullable String effectiveFrom,
            @RequestParam(defaultValue = "Handed in as a file") String comment,
            @RequestPart MultipartFile file)
            throws IOException {
        try (var content = file.getInputStream()) {
            byte[] bytes = content.readNBytes(RuleDrafts.LARGEST_FILE + 1);
            return drafts.receive(table, bytes, period(effectiveFrom), comment);
        }
    }

    @Operation(
            summary = "A file's rows in the place of a draft's, with their analysis",
            requestBody =
                    @RequestBody(
                            content = {
                                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                                @Content(
                                        mediaType = RuleFiles.XLSX,
                                        schema = @Schema(type = "string", format = "binary"))
                            }))
    @PutMapping(
            path = "/{version}",
            consumes = {"text/csv", MediaType.TEXT_PLAIN_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE, RuleFiles.XLSX
            })
    RuleDraft replace(
            @PathVariable String table,
            @PathVariable @Min(1) int version,
            @Parameter(description = SEEN) @RequestParam(required = false) @Nullable Long edition,
            HttpServletRequest request)
            throws IOException {
        byte[] file = request.getInputStream().readNBytes(RuleDrafts.LARGEST_FILE + 1);
        var draft = new PinnedTable(table, version);
        return drafts.replace(draft, seen(draft, edition), file);
    }

    @GetMapping("/{version}/analysis")
    RuleDraft analysed(@PathVariable String table, @PathVariable @Min(1) int version) {
        return drafts.draft(new PinnedTable(table, version));
    }

    @Operation(summary = "How many movements of a period each row takes, and took in the version written from")
    @GetMapping("/{version}/hits")
    RowHits hits(@PathVariable String table, @PathVariable @Min(1) int version, @RequestParam String period) {
        var wanted = Period.parse(period);
        var found = trials.periods(table).stream()
                .filter(sampled -> sampled.period().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new NothingToTry(wanted));
        return trials.waitForHits(new PinnedTable(table, version), found);
    }

    @Operation(summary = "Hands a draft over for approval")
    @PostMapping("/{version}/submit")
    RuleTableVersion submit(
            @PathVariable String table,
            @PathVariable @Min(1) int version,
            @Parameter(description = "The edition that you have read; without it the one that the draft is at now")
                    @RequestParam(required = false)
                    @Nullable
                    Long edition) {
        var draft = new PinnedTable(table, version);
        return drafts.submit(
                draft, edition == null ? tables.content(draft).version().edition() : edition);
    }

    @Operation(summary = "Throws a draft away")
    @DeleteMapping("/{version}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(
            @PathVariable String table,
            @PathVariable @Min(1) int version,
            @Parameter(description = SEEN) @RequestParam(required = false) @Nullable Long edition) {
        var draft = new PinnedTable(table, version);
        drafts.discard(draft, seen(draft, edition));
    }

    private long seen(PinnedTable draft, @Nullable Long edition) {
        return edition == null ? drafts.ownEdition(draft) : edition;
    }

    private static @Nullable Period period(@Nullable String text) {
        return text == null || text.isBlank() ? null : Period.parse(text);
    }
}
