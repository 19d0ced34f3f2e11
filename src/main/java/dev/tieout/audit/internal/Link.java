package dev.tieout.audit.internal;

import dev.tieout.audit.AuditEntry;
import dev.tieout.audit.RowHash;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Makes the next row of a chain. */
final class Link {

    private Link() {}

    /** The row with the hash it must have. */
    static AuditEntry bind(
            String organisation, long seq, Instant at, String actor, PendingEntry pending, String previousHash) {
        // PostgreSQL keeps microseconds; what is hashed must read back equal.
        var kept = at.truncatedTo(ChronoUnit.MICROS);
        var open = new AuditEntry(
                organisation,
                seq,
                kept,
                actor,
                pending.action(),
                pending.subject(),
                pending.before(),
                pending.after(),
                pending.why(),
                previousHash,
                "");
        return open.sealedWith(RowHash.of(open));
    }
}
