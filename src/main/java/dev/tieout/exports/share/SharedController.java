package dev.tieout.exports.share;

import dev.tieout.exports.Form;
import dev.tieout.exports.internal.SharedReports;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What a share link opens: one version's report as a page, a PDF and a CSV. Every other address below it, and every token that does not
 * open now, gets the same page.
 */
@Controller
@Hidden
class SharedController {

    private static final Logger LOG = LoggerFactory.getLogger(SharedController.class);
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final String A_MINUTE = "60";

    private final SharedReports reports;
    private final Throttle throttle;

    SharedController(SharedReports reports, Throttle throttle) {
        this.reports = reports;
        this.throttle = throttle;
    }

    @GetMapping("/share/{token}")
    ResponseEntity<?> page(@PathVariable String token, HttpServletRequest request) {
        var here = request.getContextPath() + "/share/" + token;
        return unlessTooMany(
                request,
                () -> reports.open(token)
                        .map(report ->
                                html(HttpStatus.OK, SharedPage.of(report, here).html())));
    }

    @GetMapping("/share/{token}/report.{form:pdf|csv}")
    ResponseEntity<?> file(@PathVariable String token, @PathVariable String form, HttpServletRequest request) {
        return unlessTooMany(
                request,
                () -> reports.file(token, Form.valueOf(form.toUpperCase(Locale.ROOT)))
                        .map(file -> ResponseEntity.ok()
                                .contentType(
                                        MediaType.parseMediaType(file.form().mediaType()))
                                .contentLength(file.bytes())
                                .header(
                                        HttpHeaders.CONTENT_DISPOSITION,
                                        ContentDisposition.attachment()
                                                .filename(file.name())
                                                .build()
                                                .toString())
                                .body(new InputStreamResource(file.open()))));
    }

    /** Whatever else: also other methods. */
    @RequestMapping({"/share", "/share/**"})
    ResponseEntity<?> nothing(HttpServletRequest request) {
        return unlessTooMany(request, Optional::empty);
    }

    private ResponseEntity<?> unlessTooMany(
            HttpServletRequest request, Supplier<Optional<? extends ResponseEntity<?>>> answer) {
        if (!throttle.admits(String.valueOf(request.getRemoteAddr()))) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .contentType(HTML)
                    .header(HttpHeaders.RETRY_AFTER, A_MINUTE)
                    .body(SharedPage.notice(
                            "Too many requests",
                            "Too many pages were asked for from your address. Try again in a minute."));
        }
        var found = answer.get();
        return found.isPresent()
                ? found.get()
                : html(
                        HttpStatus.NOT_FOUND,
                        SharedPage.notice(
                                "This link opens nothing",
                                "It may have ended, been withdrawn or been copied incompletely. Ask whoever gave it to you for a new one."));
    }

    /** Without a word of what went wrong, and without the address, which is a secret. */
    @ExceptionHandler
    ResponseEntity<String> failed(Exception failure) {
        LOG.error("a shared page could not be shown", failure);
        return html(
                HttpStatus.SERVICE_UNAVAILABLE,
                SharedPage.notice(
                        "This cannot be shown just now", "Something went wrong on our side. Try again in a moment."));
    }

    private static ResponseEntity<String> html(HttpStatus status, String page) {
        return ResponseEntity.status(status).contentType(HTML).body(page);
    }
}
