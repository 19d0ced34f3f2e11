package dev.tieout.rules.internal;

import dev.tieout.rules.internal.Cell.OneOf;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words of a closed list: {@code active, past_due}. Case does not matter.
 *
 * @param words every word that may stand here, in the order in which a cell keeps them
 * @param several whether a cell may hold more than one
 */
record WordCells(List<String> words, boolean several) implements CellType {

    /** For a condition: one or more of the enum's words. */
    static <E extends Enum<E>> WordCells anyOf(Class<E> type) {
        return new WordCells(names(type).toList(), true);
    }

    /** For a result: exactly one of the enum's words, less those that only the machine says. */
    @SafeVarargs
    static <E extends Enum<E>> WordCells one(Class<E> type, E... unavailable) {
        Set<String> without = Arrays.stream(unavailable).map(Enum::name).collect(Collectors.toSet());
        return new WordCells(names(type).filter(name -> !without.contains(name)).toList(), false);
    }

    private static <E extends Enum<E>> Stream<String> names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name);
    }

    @Override
    public Cell parse(String text) throws MalformedCell {
        List<String> written = Arrays.stream(text.toUpperCase(Locale.ROOT).split(",", -1))
                .map(String::trim)
                .toList();
        for (String word : written) {
            if (!words.contains(word)) {
                throw new MalformedCell("write " + grammar());
            }
        }
        if (!several && written.size() != 1) {
            throw new MalformedCell("one word stands here");
        }
        return new OneOf(words.stream().filter(written::contains).toList());
    }

    @Override
    public String grammar() {
        return (several ? "one or more of " : "one of ") + String.join(", ", words);
    }
}
