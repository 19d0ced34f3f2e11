package dev.tieout.movements;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A source row behind a movement: where it stands and what it said.
 *
 * @param side OPENING or CLOSING
 * @param sourceId the file; null for an opening line carried over from the previous publication
 * @param line the line in that file, the header being line 1; null likewise, and where a file of changes has no event for
 *     the line
 * @param placement why it counts in this period
 */
public record SourceRow(
        Side side,
        @Nullable Long sourceId,
        @Nullable String fileName,
        @Nullable Long line,
        String subscription,
        String product,
        BigDecimal mrr,
        String currency,
        String status,
        @Nullable Instant postedAt,
        Placement placement) {

    /** Which end of the movement the row stands behind. */
    public enum Side {
        OPENING,
        CLOSING
    }
}
