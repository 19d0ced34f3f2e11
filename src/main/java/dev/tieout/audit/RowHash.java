package dev.tieout.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * How a row of the trail is bound to the one before it: SHA-256 over the previous hash and the row's fields, each preceded by its length
 * in UTF-8 bytes, so that no two different rows have the same text. A null field has length -1. Free of any framework: a reader of an
 * evidence pack recomputes with it.
 */
public final class RowHash {

    /** What stands before the first row of a chain. */
    public static final String FIRST = "0".repeat(64);

    private RowHash() {}

    /** The hash a row must have, from all its other fields; lower-case hexadecimal. */
    public static String of(AuditEntry row) {
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
