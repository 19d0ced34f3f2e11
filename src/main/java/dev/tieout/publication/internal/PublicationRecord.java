package dev.tieout.publication.internal;

import dev.tieout.publication.Publication.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A publication as the database keeps it: written once, never changed.
 *
 * @param stamps JSON, as written
 */
@Table("publication")
record PublicationRecord(
        @Id @Nullable Long id,
        String organisation,
        long closeId,
        int version,
        Status status,
        String currency,
        Instant publishedAt,
        int openVariances,
        BigDecimal openVariance,
        @Nullable BigDecimal nrrLow,
        @Nullable BigDecimal nrrHigh,
        @Nullable BigDecimal grrLow,
        @Nullable BigDecimal grrHigh,
        String stamps) {

    long key() {
        return Objects.requireNonNull(id);
    }
}
