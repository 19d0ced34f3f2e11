package dev.tieout.lineage.rest;

import dev.tieout.lineage.Origin;
import dev.tieout.lineage.Origin.Carried;
import dev.tieout.lineage.Origin.Moved;
import dev.tieout.lineage.Origin.OriginFile;
import dev.tieout.lineage.Origin.Place;
import dev.tieout.lineage.Origin.RejectedRow;
import dev.tieout.movements.SourceRow.Side;
import dev.tieout.terms.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row behind a movement.
 *
 * @param lineAmount what the line recurs at, of which this row is one of {@code rows}
 * @param amount what the row itself says; null where that was not kept
 * @param text the row as it stood in its file, where it was kept: rows that were rejected first
 */
record OriginAnswer(
        Side side,
        String subscription,
        String product,
        String lineAmount,
        String currency,
        String status,
        @Nullable String amount,
        long rows,
        @Nullable Instant postedAt,
        @Nullable String placement,
        @Nullable OriginFile file,
        @Nullable Long line,
        @Nullable Carried carried,
        @Nullable Moved moved,
        @Nullable String text,
        @Nullable Rejected brings,
        List<Place> duplicates) {

    static OriginAnswer of(Origin origin) {
        var brings = origin.brings();
        return new OriginAnswer(
                origin.side(),
                origin.subscription(),
                origin.product(),
                text(origin.lineAmount(), origin.currency()),
                origin.currency(),
                origin.status(),
                origin.amount() == null ? null : text(origin.amount(), origin.currency()),
                origin.rows(),
                origin.postedAt(),
                origin.placement(),
                origin.file(),
                origin.line(),
                origin.carried(),
                origin.moved(),
                brings == null ? null : brings.text(),
                brings == null ? null : Rejected.of(brings),
                origin.repeats());
    }

    private static String text(BigDecimal amount, String currency) {
        return new Money(amount, currency).text();
    }

    /** A row that was not taken in, and the one that brought it in after all. */
    record Rejected(
            Place place,
            @Nullable String text,
            String reasons,
            @Nullable Place again) {

        static Rejected of(RejectedRow row) {
            return new Rejected(row.place(), row.text(), row.reasons(), row.again());
        }
    }
}
