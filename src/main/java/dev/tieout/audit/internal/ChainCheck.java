package dev.tieout.audit.internal;

import dev.tieout.audit.AuditEntry;
import dev.tieout.audit.AuditTrail.Verification;
import dev.tieout.audit.RowHash;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Walks a chain from its first row and remembers the first that does not fit: a gap, a broken link or a changed field. */
final class ChainCheck implements Consumer<AuditEntry> {

    private long rows;
    private String head = RowHash.FIRST;
    private @Nullable Long firstBroken;

    @Override
    public void accept(AuditEntry entry) {
        rows++;
        boolean fits = entry.seq() == rows
                && entry.previousHash().equals(head)
                && entry.hash().equals(RowHash.of(entry));
        if (!fits && firstBroken == null) {
            firstBroken = entry.seq();
        }
        head = entry.hash();
    }

    Verification result() {
        return new Verification(rows, firstBroken == null, head, firstBroken);
    }
}
