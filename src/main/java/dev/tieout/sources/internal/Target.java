package dev.tieout.sources.internal;

import dev.tieout.sources.SourceKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * Where the rows of a kind go and what makes two of them the same.
 *
 * @param table where accepted rows are stored
 * @param key staged columns that must be unique, each with the table's own column, in the order of the table's index
 * @param scope which rows of the table a new row is compared with
 * @param keptOut a row that belongs to a later period and is not stored; decided before duplicates
 * @param movedOn a row that is stored for a later period; decided after duplicates
 */
record Target(String table, SequencedMap<String, String> key, String scope, String keptOut, String movedOn) {

    private static final String OF_CLOSE = "e.close_id = :close";
    private static final String NEVER = "false";
    private static final SequencedMap<String, String> LINE = alike("account", "subscription", "product");

    private static final Map<SourceKind, Target> TARGETS = Map.of(
            SourceKind.OPENING, new Target("opening_line", LINE, OF_CLOSE, NEVER, NEVER),
            SourceKind.BILLING,
                    new Target(
                            "billing_row",
                            LINE,
                            OF_CLOSE + " and not e.from_events",
                            "coalesce(i.posted_at >= :cutoff, false)",
                            NEVER),
            SourceKind.LEDGER,
                    new Target("ledger_row", named("reference", "entry_id"), "true", NEVER, "belongs_to <> :period"),
            SourceKind.RETAINED, new Target("retained_row", alike("account", "currency"), OF_CLOSE, NEVER, NEVER),
            // A later accounts file updates what an earlier one said, so only the file itself can repeat an account.
            SourceKind.ACCOUNTS, new Target("account", alike("account"), NEVER, NEVER, NEVER),
            SourceKind.MIGRATION,
                    new Target("account_move", moved(), "e.organisation = current_organisation()", NEVER, NEVER),
            SourceKind.RATES, new Target("rate", alike("currency"), OF_CLOSE, NEVER, NEVER));

    /** An event is the same whatever period's file brings it. */
    static final Target EVENTS = new Target(
            "line_event", named("reference", "event_id"), "e.system = :system", NEVER, "belongs_to <> :period");

    private static SequencedMap<String, String> moved() {
        var key = new LinkedHashMap<String, String>();
        key.put("effective_from", "effective_from");
        key.put("account", "old_account");
        key.put("subscription", "old_subscription");
        key.put("product", "old_product");
        return key;
    }

    static Target of(SourceKind kind) {
        return Objects.requireNonNull(TARGETS.get(kind));
    }

    /** Whether rows of a later period are kept apart, where the key does not guard them. */
    boolean keepsOut() {
        return !keptOut.equals(NEVER);
    }

    /** The key's staged columns of {@code incoming i}. */
    String keyColumns() {
        return key.keySet().stream().map(column -> "i." + column).collect(Collectors.joining(", "));
    }

    /** That a row {@code e} of the table and {@code incoming i} have the same key. */
    String sameKey() {
        return key.entrySet().stream()
                .map(column -> "e." + column.getValue() + " = i." + column.getKey())
                .collect(Collectors.joining(" and "));
    }

    private static SequencedMap<String, String> alike(String... columns) {
        var key = new LinkedHashMap<String, String>();
        List.of(columns).forEach(column -> key.put(column, column));
        return Collections.unmodifiableSequencedMap(key);
    }

    private static SequencedMap<String, String> named(String staged, String stored) {
        var key = new LinkedHashMap<>(Map.of(staged, stored));
        return Collections.unmodifiableSequencedMap(key);
    }
}
