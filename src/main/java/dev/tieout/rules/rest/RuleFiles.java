package dev.tieout.rules.rest;

import dev.tieout.rules.PinnedTable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** A version as a file to download. */
final class RuleFiles {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** No registered type exists; modelers go by the file's ending. */
    static final String DMN = "application/dmn+xml";

    private RuleFiles() {}

    static <T> ResponseEntity<T> file(PinnedTable pinned, String extension, T body) {
        var name = ContentDisposition.attachment()
                .filename(pinned.table() + "-v" + pinned.version() + "." + extension)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(body);
    }
}
