package dev.tieout.exports;

import dev.tieout.publication.Publication;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link that shows one published version to someone without a login.
 *
 * @param note whom it is for
 * @param uses how often a page or file was opened by it
 */
public record ShareLink(
        long id,
        String period,
        int version,
        Publication.Status status,
        String note,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        @Nullable String revokedBy,
        @Nullable Instant revokedAt,
        long uses,
        @Nullable Instant lastUsedAt) {

    /** Whether it opens anything at that instant. */
    public boolean opensAt(Instant instant) {
        return revokedAt == null && instant.isBefore(expiresAt);
    }
}
