package dev.tieout.sources.rest;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.tieout.sources.Receipt.Reject;
import dev.tieout.sources.Sources;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The rejects of a file, all of them, written while they are read. */
@RestController
@RequestMapping("/api/v1/sources/{id}/rejects")
class RejectController {

    private static final String CSV = "text/csv";

    private final Sources sources;
    private final JsonMapper json;

    RejectController(Sources sources, JsonMapper json) {
        this.sources = sources;
        this.json = json;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    void asJson(@PathVariable long id, HttpServletResponse response) throws IOException {
        sources.receipt(id);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        try (var page = json.createGenerator(response.getOutputStream())) {
            page.writeStartObject();
            page.writeName("items");
            page.writeStartArray();
            sources.eachReject(id, page::writePOJO);
            page.writeEndArray();
            page.writeNullProperty("next");
            page.writeEndObject();
        }
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
