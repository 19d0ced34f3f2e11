package dev.tieout.rules.ui;

import dev.tieout.rules.RuleCase;
import dev.tieout.rules.RuleTables;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A golden case in few words: its amounts, and what else tells it apart from the usual. */
final class CaseWords {

    /** What most movements are and nobody needs to read. */
    private static final Map<String, String> USUAL = Map.of(
            "grain", "ACCOUNT",
            "within window", "yes",
            "pause policy", "CHURN",
            "full discount policy", "CHURN");

    /** These follow from the amounts of most movements. */
    private static final List<String> FOLLOWING = List.of("opening", "closing", "account was active", "account stays");

    private CaseWords() {}

    static String given(RuleCase held, String table) {
        if (!table.equals(RuleTables.MOVEMENT_CLASSIFICATION)) {
            return rest(held, List.of());
        }
        return held.given().getOrDefault("opening", "0") + " → " + held.given().getOrDefault("closing", "0") + " · "
                + rest(held, FOLLOWING);
    }

    private static String rest(RuleCase held, List<String> without) {
        return held.given().entrySet().stream()
                .filter(entry -> !without.contains(entry.getKey()))
                .filter(entry -> !List.of("0", "no", "").contains(entry.getValue()))
                .filter(entry -> !entry.getValue().equals(USUAL.get(entry.getKey())))
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> said(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String said(String label, String value) {
        return value.equals("yes") ? label : label + " " + plain(value);
    }

    /** {@code NEW_LOGO} as “new logo”; what is written in words stays. */
    static String plain(String words) {
        return words.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
