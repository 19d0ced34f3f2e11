package dev.tieout.sources.internal;

import dev.tieout.sources.SourceKind;
import java.util.Map;
import java.util.Objects;

/**
 * Where the rows of a kind go and what makes two of them the same.
 *
 * @param table where accepted rows are stored
 * @param key staged columns that must be unique, with the table's own columns in the same order
 * @param scope which rows of the table a new row is compared with
 * @param keptOut a row that belongs to a later period and is not stored; decided before duplicates
 * @param movedOn a row that is stored for a later period; decided after duplicates
 */
record Target(String table, Map<String, String> key, String scope, String keptOut, String movedOn) {

    private static final String OF_CLOSE = "e.close_id = :close";
    private static final String NEVER = "false";
    private static final Map<String, String> LINE =
            Map.of("account", "account", "subscription", "subscription", "product", "product");

    private static final Map<SourceKind, Target> TARGETS = Map.of(
            SourceKind.OPENING, new Target("opening_line", LINE, OF_CLOSE, NEVER, NEVER),
            SourceKind.BILLING,
                    new Target("billing_row", LINE, OF_CLOSE, "coalesce(i.posted_at >= :cutoff, false)", NEVER),
            SourceKind.LEDGER,
                    new Target("ledger_row", Map.of("reference", "entry_id"), "true", NEVER, "belongs_to <> :period"),
            SourceKind.RETAINED,
                    new Target(
                            "retained_row",
                            Map.of("account", "account", "currency", "currency"),
                            OF_CLOSE,
                            NEVER,
                            NEVER),
            // A later accounts file updates what an earlier one said, so only the file itself can repeat an account.
            SourceKind.ACCOUNTS, new Target("account", Map.of("account", "account"), NEVER, NEVER, NEVER),
            SourceKind.RATES, new Target("rate", Map.of("currency", "currency"), OF_CLOSE, NEVER, NEVER));

    static Target of(SourceKind kind) {
        return Objects.requireNonNull(TARGETS.get(kind));
    }
}
