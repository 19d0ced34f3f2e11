package dev.tieout.reconciliation.rest;

import dev.tieout.reconciliation.VarianceNotes;
import dev.tieout.reconciliation.VarianceNotes.Note;
import dev.tieout.terms.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What people say and show about a variance. */
@RestController
@RequestMapping("/api/v1/variances/{id}")
class NoteController {

    private final VarianceNotes notes;

    NoteController(VarianceNotes notes) {
        this.notes = notes;
    }

    /** Comments, oldest first. */
    @GetMapping("/comments")
    Page<CommentAnswer> comments(@PathVariable long id) {
        return new Page<>(
                notes.of(id).stream()
                        .filter(note -> note.file() == null)
                        .map(CommentAnswer::of)
                        .toList(),
                null);
    }

    @PostMapping("/comments")
    @ResponseStatus(HttpStatus.CREATED)
    CommentAnswer comment(@PathVariable long id, @Valid @RequestBody Comment comment) {
        return CommentAnswer.of(notes.comment(id, comment.text()));
    }

    /** Receipts of the attached files, oldest first. */
    @GetMapping("/attachments")
    Page<FileAnswer> attachments(@PathVariable long id) {
        return new Page<>(
                notes.of(id).stream()
                        .filter(note -> note.file() != null)
                        .map(FileAnswer::of)
                        .toList(),
                null);
    }

    /** Attaches the part called {@code file}. */
    @PostMapping(path = "/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    FileAnswer attach(@PathVariable long id, @RequestParam MultipartFile file) throws IOException {
        var name = file.getOriginalFilename();
        try (var content = file.getInputStream()) {
            return FileAnswer.of(notes.attach(id, name == null ? "" : name, content));
        }
    }

    /** The file itself, to be saved and never shown in place. */
    @GetMapping("/attachments/{attachment}")
    ResponseEntity<Resource> download(@PathVariable long id, @PathVariable long attachment) {
        var file = notes.attachment(id, attachment);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(file.content()));
    }

    record Comment(@NotBlank String text) {}

    record CommentAnswer(long id, Instant at, String person, String text) {
        static CommentAnswer of(Note note) {
            return new CommentAnswer(note.id(), note.at(), note.person(), note.text());
        }
    }

    record FileAnswer(
            long id,
            Instant at,
            String person,
            String name,
            @Nullable String type,
            long bytes,
            @Nullable String sha256) {
        static FileAnswer of(Note note) {
            var file = note.file();
            return new FileAnswer(
                    note.id(),
                    note.at(),
                    note.person(),
                    note.text(),
                    file == null ? null : file.type(),
                    file == null ? 0 : file.bytes(),
                    file == null ? null : file.sha256());
        }
    }
}
