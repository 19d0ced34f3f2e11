package dev.tieout.exports.rest;

import dev.tieout.exports.ExportedFile;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Answers with an exported file. What it holds is told beside it and not in it, so that a CSV stays a header and rows: the number of rows
 * and the hash of the bytes (RFC 9530) in headers, and a link to all the rest, of the relation {@code describedby} as W3C's "CSV on the
 * Web" has it.
 */
final class FileAnswers {

    static final String ROWS = "Tieout-Rows";
    private static final String DIGEST = "Repr-Digest";

    private FileAnswers() {}

    static ResponseEntity<Resource> of(ExportedFile file, String about) {
        var digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(file.sha256()));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.form().mediaType()))
                .contentLength(file.bytes())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name())
                                .build()
                                .toString())
                .header(ROWS, Long.toString(file.about().rows()))
                .header(DIGEST, "sha-256=:" + digest + ":")
                .header(HttpHeaders.LINK, "<" + about + ">; rel=\"describedby\"; type=\"application/json\"")
                .body(new InputStreamResource(file.open()));
    }
}
