package dev.tieout.cohort.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * SHA-256 over the lines of an opening cohort in key order: one line of text each, its values separated by tabs, which no value can
 * hold. Reads a thousand lines at a time.
 */
@Component
class CohortHash {

    private static final int FETCH = 1_000;

    /** The canonical text of every line; "C" puts keys in the order of their bytes, on every server. */
    private static final String LINES = """
            select account || E'\\t' || subscription || E'\\t' || product || E'\\t' || mrr || E'\\t' || currency || E'\\t' || status
                   || E'\\t' || coalesce(quantity::text, '') || E'\\t' || coalesce(discount::text, '') || E'\\n'
            from opening_line
            where close_id = ?
            order by account collate "C", subscription collate "C", product collate "C"
            """;

    private final JdbcClient jdbc;

    CohortHash(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String of(long closeId) {
        var digest = sha256();
        RowCallbackHandler each = row -> digest.update(row.getString(1).getBytes(StandardCharsets.UTF_8));
        jdbc.sql(LINES).withFetchSize(FETCH).param(closeId).query(each);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
