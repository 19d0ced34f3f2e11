package dev.tieout.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who did what, when, to what, before and after, and why.
 *
 * <p>Rows are appended when the transaction commits, in the transaction itself: a change without its row, or a row without its change,
 * cannot be. Each row carries the SHA-256 of the previous row's hash and its own canonical text.
 */
public interface AuditTrail {

    /**
     * Records one change by the current actor. Needs a transaction.
     *
     * @param action past tense, hyphenated: {@code close-opened}
     * @param subject what it happened to: {@code close/2026-10}
     * @param before the state before, as JSON will show it; null for a creation
     * @param after the state after; null for a removal
     * @param why the person's comment, when there is one
     */
    void record(String action, String subject, @Nullable Object before, @Nullable Object after, @Nullable String why);

    /** Rows of the current organisation at or after an instant with a sequence number above {@code after}, oldest first. */
    List<AuditEntry> entries(Instant since, long after, int limit);

    /** Newest rows first, below a sequence number; for screens. */
    List<AuditEntry> latest(long below, int limit);

    /** The same for one subject and everything below it: {@code close/2026-10} and {@code close/2026-10/…}. */
    List<AuditEntry> about(String subject, long below, int limit);

    /** Reads the whole chain of the current organisation and recomputes every hash. */
    Verification verify();

    /**
     * What the verification saw.
     *
     * @param rows how many rows it read
     * @param intact whether every hash and link held
     * @param head the hash of the last row; 64 zeros for an empty chain
     * @param firstBroken the sequence number of the first row that does not fit, or null
     */
    record Verification(
            long rows,
            boolean intact,
            String head,
            @Nullable Long firstBroken) {}
}
