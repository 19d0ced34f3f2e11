package dev.tieout.sources.rest;

import dev.tieout.closing.Closes;
import dev.tieout.sources.Delivery;
import dev.tieout.sources.Receipt;
import dev.tieout.sources.Sources;
import dev.tieout.terms.Page;
import dev.tieout.terms.Period;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Files come in as the plain body or as the part {@code file} of a form. The answer is 201, or 200 when the same bytes were in already. With
 * an id of the sender's choice in {@code import} the import can be watched and cancelled under {@code /imports/{id}} meanwhile.
 */
@RestController
@RequestMapping("/api/v1")
class SourceController {

    private static final String CSV = "text/csv";
    private static final String PLAIN = MediaType.TEXT_PLAIN_VALUE;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String GZIP = "application/gzip";
    private static final String OCTETS = MediaType.APPLICATION_OCTET_STREAM_VALUE;

    private final Sources sources;
    private final Closes closes;

    SourceController(Sources sources, Closes closes) {
        this.sources = sources;
        this.closes = closes;
    }

    @Operation(requestBody = @RequestBody(content = @Content(mediaType = CSV, schema = @Schema(type = "string"))))
    @PostMapping(
            path = "/closes/{period}/sources",
            consumes = {CSV, PLAIN, OCTETS, XLSX, GZIP})
    ResponseEntity<ReceiptAnswer> receive(
            @PathVariable String period,
            @RequestParam String kind,
            @RequestParam String profile,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(name = "import", required = false) @Nullable String importId,
            HttpServletRequest request)
            throws IOException {
        return answer(sources.receive(
                Period.parse(period), KindParameter.of(kind), profile, nameOf(name, request), body(request, importId)));
    }

    @PostMapping(path = "/closes/{period}/sources", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ReceiptAnswer> receivePart(
            @PathVariable String period,
            @RequestParam String kind,
            @RequestParam String profile,
            @RequestParam(name = "import", required = false) @Nullable String importId,
            @RequestPart MultipartFile file)
            throws IOException {
        try (var body = body(file, importId)) {
            return answer(sources.receive(Period.parse(period), KindParameter.of(kind), profile, nameOf(file), body));
        }
    }

    @Operation(requestBody = @RequestBody(content = @Content(mediaType = CSV, schema = @Schema(type = "string"))))
    @PostMapping(
            path = "/sources/{id}/replace",
            consumes = {CSV, PLAIN, OCTETS, XLSX, GZIP})
    ResponseEntity<ReceiptAnswer> replace(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(name = "import", required = false) @Nullable String importId,
            HttpServletRequest request)
            throws IOException {
        return answer(sources.replace(id, nameOf(name, request), body(request, importId)));
    }

    @PostMapping(path = "/sources/{id}/replace", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ReceiptAnswer> replaceByPart(
            @PathVariable long id,
            @RequestParam(name = "import", required = false) @Nullable String importId,
            @RequestPart MultipartFile file)
            throws IOException {
        try (var body = body(file, importId)) {
            return answer(sources.replace(id, nameOf(file), body));
        }
    }

    @GetMapping("/closes/{period}/sources")
    Page<ReceiptAnswer> list(@PathVariable String period) {
        var close = closes.of(Period.parse(period));
        return new Page<>(
                sources.of(close.key()).stream().map(ReceiptAnswer::of).toList(), null);
    }

    @GetMapping("/sources/{id}")
    ReceiptAnswer one(@PathVariable long id) {
        return ReceiptAnswer.of(sources.receipt(id));
    }

    private static InputStream body(HttpServletRequest request, @Nullable String importId) throws IOException {
        return Delivery.of(idOr(importId), request.getContentLengthLong(), request.getInputStream());
    }

    private static InputStream body(MultipartFile file, @Nullable String importId) throws IOException {
        return Delivery.of(idOr(importId), file.getSize(), file.getInputStream());
    }

    private static String idOr(@Nullable String importId) {
        return Objects.requireNonNullElseGet(importId, () -> UUID.randomUUID().toString());
    }

    private static ResponseEntity<ReceiptAnswer> answer(Receipt receipt) {
        return ResponseEntity.status(receipt.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                .body(ReceiptAnswer.of(receipt));
    }

    private static String nameOf(@Nullable String name, HttpServletRequest request) {
        if (name != null) {
            return name;
        }
        var disposition = request.getHeader(HttpHeaders.CONTENT_DISPOSITION);
        try {
            return disposition == null
                    ? ""
                    : Objects.requireNonNullElse(
                            ContentDisposition.parse(disposition).getFilename(), "");
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    private static String nameOf(MultipartFile file) {
        return Objects.requireNonNullElse(file.getOriginalFilename(), "");
    }
}
