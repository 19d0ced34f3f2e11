package dev.tieout.sources.rest;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.tieout.sources.Delivery;
import dev.tieout.sources.Receipt.Reject;
import dev.tieout.sources.Sources;
import dev.tieout.terms.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rejects of a file: what was wrong, page by page or written while it is read, and the rows out and in again. */
@RestController
@RequestMapping("/api/v1/sources/{id}/rejects")
class RejectController {

    private static final String CSV = "text/csv";

    private final Sources sources;

    RejectController(Sources sources) {
        this.sources = sources;
    }

    @GetMapping
    Page<Reject> asJson(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "1000") int limit) {
        var page = sources.rejects(id, cursor, Math.clamp(limit, 1, Page.LIMIT));
        return new Page<>(page.items(), page.next());
    }

    /** The rejected rows themselves, with the columns of their file, to be corrected. */
    @GetMapping(path = "/rows", produces = CSV)
    void rows(@PathVariable long id, HttpServletResponse response) throws IOException {
        sources.receipt(id);
        response.setContentType(CSV);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejected-rows-" + id + ".csv\"");
        sources.writeRejects(id, response.getWriter());
    }

    /** Takes corrected rows in again; with an id in {@code import} it can be watched and cancelled meanwhile, like any import. */
    @Operation(requestBody = @RequestBody(content = @Content(mediaType = CSV, schema = @Schema(type = "string"))))
    @PostMapping(
            path = "/rows",
            consumes = {CSV, MediaType.TEXT_PLAIN_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE})
    ResponseEntity<ReceiptAnswer> correct(
            @PathVariable long id,
            @RequestParam(defaultValue = "corrected.csv") String name,
            @RequestParam(name = "import", required = false) @Nullable String importId,
            HttpServletRequest request)
            throws IOException {
        var body = Delivery.of(
                importId == null ? UUID.randomUUID().toString() : importId,
                request.getContentLengthLong(),
                request.getInputStream());
        var receipt = sources.correct(id, name, body);
        return ResponseEntity.status(receipt.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                .body(ReceiptAnswer.of(receipt));
    }

    @GetMapping(produces = CSV)
    void asCsv(@PathVariable long id, HttpServletResponse response) throws IOException {
        sources.receipt(id);
        response.setContentType(CSV);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejects-" + id + ".csv\"");
        try (var csv = CsvWriter.builder().build(response.getWriter())) {
            csv.writeRecord("line", "column", "value", "reason", "row");
            sources.eachReject(id, reject -> csv.writeRecord(cells(reject)));
        }
    }

    private static String[] cells(Reject reject) {
        return new String[] {
            Long.toString(reject.line()),
            harmless(reject.column()),
            harmless(reject.value()),
            reject.reason(),
            harmless(reject.row())
        };
    }

    /** A spreadsheet runs what begins like a formula; these cells are whatever someone's file held. */
    private static String harmless(@Nullable String cell) {
        var text = Objects.requireNonNullElse(cell, "");
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
