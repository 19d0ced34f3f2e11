package dev.tieout.sources.rest;

import dev.tieout.closing.Closes;
import dev.tieout.sources.ImportsUnderWay;
import dev.tieout.sources.ImportsUnderWay.Progress;
import dev.tieout.terms.Page;
import dev.tieout.terms.Period;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How far imports are while another request performs them, and how to stop one. Ended ones are known for a while. */
@RestController
@RequestMapping("/api/v1")
class ImportController {

    private final ImportsUnderWay imports;
    private final Closes closes;

    ImportController(ImportsUnderWay imports, Closes closes) {
        this.imports = imports;
        this.closes = closes;
    }

    @GetMapping("/closes/{period}/imports")
    Page<ImportAnswer> ofClose(@PathVariable String period) {
        var name = closes.of(Period.parse(period)).period();
        return new Page<>(
                imports.all().stream()
                        .filter(progress -> progress.period().equals(name))
                        .map(ImportAnswer::of)
                        .toList(),
                null);
    }

    @GetMapping("/imports/{id}")
    ImportAnswer one(@PathVariable String id) {
        return ImportAnswer.of(imports.of(id));
    }

    /** 202: it stops at its next step, and whoever sent the file is answered 409. */
    @DeleteMapping("/imports/{id}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportAnswer cancel(@PathVariable String id) {
        return ImportAnswer.of(imports.cancel(id));
    }

    /**
     * One import at one moment.
     *
     * @param phase receiving, reading, storing, done, cancelled or refused
     * @param bytes received or, once all are there, read
     * @param ofBytes how many there are; null when the sender did not say
     * @param source the receipt's id once it is done
     */
    record ImportAnswer(
            String id,
            String period,
            String kind,
            String fileName,
            String startedBy,
            Instant startedAt,
            String phase,
            long bytes,
            @Nullable Long ofBytes,
            long rows,
            @Nullable Long source) {

        static ImportAnswer of(Progress progress) {
            return new ImportAnswer(
                    progress.id(),
                    progress.period(),
                    progress.kind().name().toLowerCase(Locale.ROOT),
                    progress.fileName(),
                    progress.startedBy(),
                    progress.startedAt(),
                    progress.phase().name().toLowerCase(Locale.ROOT),
                    progress.bytes(),
                    progress.ofBytes(),
                    progress.rows(),
                    progress.source());
        }
    }
}
