package dev.tieout.sources.rest;

import dev.tieout.sources.ImportProfiles;
import dev.tieout.sources.ImportProfiles.Described;
import dev.tieout.sources.ImportProfiles.DraftColumn;
import dev.tieout.sources.ImportProfiles.Preview;
import dev.tieout.terms.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Profiles: to look at a file, to see which there are, to save one's own. */
@RestController
@RequestMapping("/api/v1/profiles")
class ProfileController {

    private final ImportProfiles profiles;
    private final JsonMapper json;

    ProfileController(ImportProfiles profiles, JsonMapper json) {
        this.profiles = profiles;
        this.json = json;
    }

    @GetMapping
    Page<ProfileAnswer> all() {
        return new Page<>(profiles.all().stream().map(this::answer).toList(), null);
    }

    @GetMapping("/{name}")
    ProfileAnswer one(@PathVariable String name) {
        return answer(profiles.named(name));
    }

    /** Takes a profile as {@code profile} of the other answers gives it. */
    @Operation(requestBody = @RequestBody(content = @Content(schema = @Schema(type = "object"))))
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ProfileAnswer save(@org.springframework.web.bind.annotation.RequestBody JsonNode definition) {
        return answer(profiles.save(json.writeValueAsString(definition)));
    }

    /** Looks at the beginning of the body and keeps nothing. */
    @Operation(
            requestBody = @RequestBody(content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"))))
    @PostMapping(
            path = "/preview",
            consumes = {
                "text/csv",
                MediaType.TEXT_PLAIN_VALUE,
                MediaType.APPLICATION_OCTET_STREAM_VALUE,
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "application/gzip"
            })
    PreviewAnswer preview(@RequestParam String kind, HttpServletRequest request) throws IOException {
        return answer(profiles.preview(KindParameter.of(kind), request.getInputStream()));
    }

    @PostMapping(path = "/preview", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    PreviewAnswer previewPart(@RequestParam String kind, @RequestPart MultipartFile file) throws IOException {
        try (var body = file.getInputStream()) {
            return answer(profiles.preview(KindParameter.of(kind), body));
        }
    }

    private ProfileAnswer answer(Described profile) {
        return new ProfileAnswer(
                profile.name(),
                profile.title(),
                profile.kinds().stream()
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList(),
                profile.version(),
                profile.savedBy(),
                profile.savedAt(),
                json.readTree(profile.definition()));
    }

    private PreviewAnswer answer(Preview preview) {
        return new PreviewAnswer(
                preview.form(),
                preview.headerLine(),
                preview.header(),
                preview.rows(),
                preview.fitting(),
                preview.draft().columns(),
                json.readTree(preview.definition()));
    }

    /** A profile; {@code version} is null for one that comes with the product. */
    record ProfileAnswer(
            String name,
            String title,
            List<String> kinds,
            @Nullable Integer version,
            @Nullable String savedBy,
            @Nullable Instant savedAt,
            JsonNode profile) {}

    /** The beginning of a file; {@code profile} is a draft to change, name and save. */
    record PreviewAnswer(
            String form,
            long headerLine,
            List<String> header,
            List<List<String>> rows,
            List<String> fitting,
            List<DraftColumn> columns,
            JsonNode profile) {}
}
