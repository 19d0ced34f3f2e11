package dev.tieout.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One row of the trail. {@code before} and {@code after} are JSON text; hashes are lower-case hexadecimal. */
public record AuditEntry(
        String organisation,
        long seq,
        Instant at,
        String actor,
        String action,
        String subject,
        @Nullable String before,
        @Nullable String after,
        @Nullable String why,
        String previousHash,
        String hash) {

    /** The same row with its hash. */
    public AuditEntry sealedWith(String itsHash) {
        return new AuditEntry(organisation, seq, at, actor, action, subject, before, after, why, previousHash, itsHash);
    }
}
