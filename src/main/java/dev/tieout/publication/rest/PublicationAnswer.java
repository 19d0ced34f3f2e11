package dev.tieout.publication.rest;

import dev.tieout.publication.Publication;
import dev.tieout.publication.report.ReportDocument;
import dev.tieout.terms.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A version as the list shows it; its figures are in the report. */
record PublicationAnswer(
        String period,
        int version,
        Publication.Status status,
        String currency,
        Instant publishedAt,
        int openVariances,
        String openVariance,
        @Nullable List<String> nrrRange,
        @Nullable List<String> grrRange,
        Publication.Stamps stamps) {

    static PublicationAnswer of(Publication publication) {
        return new PublicationAnswer(
                publication.period(),
                publication.version(),
                publication.status(),
                publication.currency(),
                publication.publishedAt(),
                publication.openVariances(),
                new Money(publication.openVariance(), publication.currency()).text(),
                ReportDocument.range(publication.nrrLow(), publication.nrrHigh()),
                ReportDocument.range(publication.grrLow(), publication.grrHigh()),
                publication.stamps());
    }
}
