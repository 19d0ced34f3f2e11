package dev.tieout.audit.internal;

import dev.tieout.audit.AuditEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * How one row is bound to the one before it: SHA-256 over the previous hash and the row's fields, each preceded by its length in UTF-8
 * bytes, so that no two different rows have the same text. A null field has length -1.
 */
final class Link {

    static final String FIRST = "0".repeat(64);

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
        return open.sealedWith(hash(open));
    }

    /** The hash a row must have, from all its other fields. */
    static String hash(AuditEntry row) {
        var digest = sha256();
        add(digest, row.previousHash());
        add(digest, row.organisation());
        add(digest, Long.toString(row.seq()));
        add(digest, row.at().toString());
        add(digest, row.actor());
        add(digest, row.action());
        add(digest, row.subject());
        add(digest, row.before());
        add(digest, row.after());
        add(digest, row.why());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, @Nullable String field) {
        if (field == null) {
            digest.update("-1:".getBytes(StandardCharsets.UTF_8));
            return;
        }
        var bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
