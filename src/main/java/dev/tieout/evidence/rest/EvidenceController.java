package dev.tieout.evidence.rest;

import dev.tieout.closing.Closes;
import dev.tieout.evidence.Evidence;
import dev.tieout.terms.Period;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class EvidenceController {

    private static final String ZIP = "application/zip";

    private final Closes closes;
    private final Evidence evidence;

    EvidenceController(Closes closes, Evidence evidence) {
        this.closes = closes;
        this.evidence = evidence;
    }

    /** The pack of a version, the latest when none is named. It is written whole before the answer begins, so a refusal is one. */
    @GetMapping(path = "/closes/{period}/evidence", produces = ZIP)
    @Operation(
            summary = "The evidence pack of a published version",
            description =
                    "A signed zip with everything from which the figures follow. The same version gives the same files however"
                            + " often it is asked for; check it with ./tieout verify or tieout-verify.jar.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary"))))
    void pack(
            @PathVariable String period,
            @Parameter(description = "the latest when left out") @RequestParam(required = false) @Nullable
                    Integer version,
            HttpServletResponse response)
            throws IOException {
        long close = closes.of(Period.parse(period)).key();
        try (var pack = evidence.write(close, version);
                var content = pack.content()) {
            response.setContentType(ZIP);
            response.setContentLengthLong(pack.bytes());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(pack.fileName())
                            .build()
                            .toString());
            content.transferTo(response.getOutputStream());
        }
    }

    /** With which key this installation signs, for those who check packs. */
    @GetMapping("/evidence/key")
    @Operation(
            summary = "The public key that packs of this installation are signed with",
            description = "pem is what ./tieout verify --key and openssl read.")
    Evidence.Key key() {
        return evidence.key();
    }
}
