package dev.tieout.rules.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A fact that shows something about a table, in words. */
final class Witness {

    private Witness() {}

    /** Every column with its value. */
    static Map<String, String> words(Space space, List<Long> fact) {
        var words = new LinkedHashMap<String, String>();
        for (int i = 0; i < fact.size(); i++) {
            var column = space.columns().get(i);
            words.put(column.label(), CellValues.text(fact.get(i), column));
        }
        return words;
    }

    /** The same in a sentence, without the counts and signs that are 0. */
    static String sentence(Space space, List<Long> fact) {
        return words(space, fact).entrySet().stream()
                .filter(entry -> !entry.getValue().equals("0") || AMOUNTS.contains(entry.getKey()))
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static final List<String> AMOUNTS = List.of("opening", "closing", "change");
}
