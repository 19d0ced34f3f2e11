package dev.tieout.evidence.format;

import dev.tieout.publication.Publication;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What {@code publication.json} holds.
 *
 * @param stampsText the stamps exactly as they were kept when the version was published
 * @param previous the published version of the period before that this period opened from; null in an organisation's first period
 */
public record PublicationFile(
        String organisation,
        Publication publication,
        String stampsText,
        CloseFacts close,
        @Nullable Previous previous) {

    /**
     * The close behind it.
     *
     * @param startsOn first day of the period
     * @param endsOn the day after its last, exclusive
     * @param cutoff postings from this instant on belong to the next period
     * @param firstPeriod whether it opened from a file instead of a publication
     */
    public record CloseFacts(
            LocalDate startsOn,
            LocalDate endsOn,
            Instant cutoff,
            boolean firstPeriod,
            String openedBy,
            Instant openedAt) {}

    /** A version of the period before. */
    public record Previous(String period, int version, Publication.Status status) {}

    public static PublicationFile read(byte[] json) {
        return CanonicalJson.read(json, PublicationFile.class);
    }
}
