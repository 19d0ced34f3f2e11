package dev.tieout.exports.rest;

import dev.tieout.closing.Closes;
import dev.tieout.exports.About;
import dev.tieout.exports.Exports;
import dev.tieout.exports.Form;
import dev.tieout.terms.Period;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every movement of a published version as a file; the movements of a close that is still being worked on are another call. */
@RestController
@RequestMapping("/api/v1/closes/{period}")
class MovementFileController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Closes closes;
    private final Exports exports;

    MovementFileController(Closes closes, Exports exports) {
        this.closes = closes;
        this.exports = exports;
    }

    @Operation(summary = "All movements of a published version as CSV, ordered by account and line")
    @GetMapping(path = "/published-movements", produces = "text/csv")
    ResponseEntity<Resource> csv(
            @PathVariable String period, @RequestParam(required = false) @Nullable Integer version) {
        return answer(period, version, Form.CSV);
    }

    @Operation(summary = "The same as a workbook; beyond 1,048,575 movements it goes on in further sheets")
    @GetMapping(path = "/published-movements", produces = XLSX)
    ResponseEntity<Resource> xlsx(
            @PathVariable String period, @RequestParam(required = false) @Nullable Integer version) {
        return answer(period, version, Form.XLSX);
    }

    @Operation(summary = "The same by extension: csv or xlsx")
    @GetMapping("/published-movements.{form:csv|xlsx}")
    ResponseEntity<Resource> file(
            @PathVariable String period,
            @PathVariable String form,
            @RequestParam(required = false) @Nullable Integer version) {
        return answer(period, version, Form.valueOf(form.toUpperCase(Locale.ROOT)));
    }

    @Operation(summary = "What the files of movements hold: source, logic, row count, sums, columns, stamps")
    @GetMapping("/published-movements/about")
    About about(@PathVariable String period, @RequestParam(required = false) @Nullable Integer version) {
        return exports.aboutMovements(close(period), version);
    }

    private ResponseEntity<Resource> answer(String period, @Nullable Integer version, Form form) {
        var file = exports.movements(close(period), version, form);
        return FileAnswers.of(
                file,
                "/api/v1/closes/" + file.about().period() + "/published-movements/about?version="
                        + file.about().version());
    }

    private long close(String period) {
        return closes.of(Period.parse(period)).key();
    }
}
