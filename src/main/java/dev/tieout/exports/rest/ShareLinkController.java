package dev.tieout.exports.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.tieout.closing.Closes;
import dev.tieout.exports.ShareLink;
import dev.tieout.exports.ShareLinks;
import dev.tieout.terms.Page;
import dev.tieout.terms.Period;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

@RestController
@RequestMapping("/api/v1")
class ShareLinkController {

    private final Closes closes;
    private final ShareLinks links;

    ShareLinkController(Closes closes, ShareLinks links) {
        this.closes = closes;
        this.links = links;
    }

    @Operation(
            summary = "Makes a read-only link to one version, the latest when none is named",
            description =
                    "For controllers. days from 1 to 90; note says whom it is for. The answer holds token and url this once.")
    @PostMapping("/closes/{period}/share-links")
    ResponseEntity<MadeLink> make(@PathVariable String period, @Valid @RequestBody WantedLink wanted) {
        var made =
                links.make(close(period), wanted.version(), wanted.days(), wanted.note() == null ? "" : wanted.note());
        var url = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(made.path())
                .toUriString();
        return ResponseEntity.created(URI.create(url)).body(new MadeLink(made.link(), made.token(), url));
    }

    @Operation(summary = "All links to versions of the period, newest first, without their tokens")
    @GetMapping("/closes/{period}/share-links")
    Page<ShareLink> list(@PathVariable String period) {
        return new Page<>(links.of(close(period)), null);
    }

    @Operation(summary = "Ends a link at once")
    @DeleteMapping("/share-links/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable long id) {
        links.revoke(id);
    }

    private long close(String period) {
        return closes.of(Period.parse(period)).key();
    }

    record WantedLink(
            @Nullable Integer version,
            @NotNull Integer days,
            @Nullable String note) {}

    record MadeLink(@JsonUnwrapped ShareLink link, String token, String url) {}
}
