package dev.tieout.sources;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row that was posted at or after the cutoff of the close that it came with.
 *
 * @param kind BILLING or LEDGER
 * @param receivedIn the period that it came with
 * @param source its file, with {@code line} the row in it
 * @param stream of a billing row: its subscription and product
 * @param entry of a ledger row: its entry id
 * @param amount what the line recurs at, or by how much it changed; of a posting, its amount
 * @param status of a billing row
 * @param field the column that placed it, as the file names it
 * @param value the cell as the file writes it
 * @param at the instant that was read from it; null where the file writes a day of the ledger
 * @param belongsTo the period that it belongs to by that time
 * @param takenInto the period that counts it; null while it waits for one to open
 * @param backPosting the approved note that took it into the period that it came with
 */
public record LatePosting(
        SourceKind kind,
        String receivedIn,
        long source,
        String file,
        long line,
        String account,
        @Nullable Stream stream,
        @Nullable String entry,
        BigDecimal amount,
        boolean isChange,
        String currency,
        @Nullable String status,
        String field,
        String value,
        @Nullable Instant at,
        String belongsTo,
        @Nullable String takenInto,
        @Nullable Long backPosting) {

    /** A line of an account. */
    public record Stream(String subscription, String product) {}

    /** Which row of which file: what names it. */
    public RowKey key() {
        return new RowKey(source, line);
    }

    /** The name of a late posting. */
    public record RowKey(long source, long line) {}
}
