package dev.tieout.lineage;

import dev.tieout.movements.SourceRow.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row behind a movement: the line of business it belongs to, the file and line it stands in, and what it says.
 *
 * @param lineAmount what the line recurs at, in its own currency: what its rows are added up to
 * @param amount what this row says, or changes where it is an event; null where it was one of a sum and that was not kept
 * @param rows how many rows the line is the sum of, or how many events made it, this one among them
 * @param postedAt the time in the row that was compared with the cutoff; null where it has none
 * @param placement which cell of its file put the row into the period, and by which rule, in a sentence; null where that was not kept
 * @param file null for a line that was carried over
 * @param line in the file, its header being line 1; the change's place in the note for a correction note; null where a file of events has
 *     none for the line, which then closes as it opened
 * @param carried where an opening line without a file comes from
 * @param moved under which ids the line was known before, where it moved to another billing system
 * @param brings the rejected row that this one brings again
 * @param repeats rows that say the same again and were held back as duplicates of it
 */
public record Origin(
        Side side,
        String subscription,
        String product,
        BigDecimal lineAmount,
        String currency,
        String status,
        @Nullable BigDecimal amount,
        long rows,
        @Nullable Instant postedAt,
        @Nullable String placement,
        @Nullable OriginFile file,
        @Nullable Long line,
        @Nullable Carried carried,
        @Nullable Moved moved,
        @Nullable RejectedRow brings,
        List<Place> repeats) {

    public Origin {
        repeats = List.copyOf(repeats);
    }

    /** The same with what is said of its place in the period. */
    public Origin placed(@Nullable String sentence) {
        return new Origin(
                side,
                subscription,
                product,
                lineAmount,
                currency,
                status,
                amount,
                rows,
                postedAt,
                sentence,
                file,
                line,
                carried,
                moved,
                brings,
                repeats);
    }

    /** A file as its receipt names it. */
    public record OriginFile(
            long source,
            String kind,
            String profile,
            String name,
            String sha256,
            String importedBy,
            Instant importedAt,
            boolean superseded) {}

    /** A published balance that an opening was taken over from. */
    public record Carried(String period, int version, String account) {}

    /** The ids that a line had before it moved, and the row that says so. */
    public record Moved(String account, String subscription, String product, Place by) {}

    /** A line of a file. */
    public record Place(long source, String file, long line) {}

    /**
     * A row that was not taken in.
     *
     * @param text the row as it stood in the file, as a record of CSV
     * @param reasons what was wrong with it
     * @param again the row that brought it in after all; null while none has
     */
    public record RejectedRow(
            Place place,
            @Nullable String text,
            String reasons,
            @Nullable Place again) {}
}
