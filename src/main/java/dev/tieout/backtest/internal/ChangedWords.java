package dev.tieout.backtest.internal;

import dev.tieout.backtest.StatusWord.Told;
import dev.tieout.terms.AccountStatus;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What another crosswalk makes of one billing system's words. A line keeps the meaning of its word and not the word: which lines change is
 * known where all words of a meaning go the same way.
 *
 * @param meanings by meaning as it was the one that it becomes, where that is known
 * @param words the words that mean something else
 */
record ChangedWords(Map<AccountStatus, AccountStatus> meanings, List<Word> words) {

    /**
     * One word, or several that go the same way together.
     *
     * @param was null for one that was not known
     * @param becomes null for one that would not be known
     */
    record Word(
            String word,
            @Nullable AccountStatus was,
            @Nullable AccountStatus becomes,
            Told told) {}

    static ChangedWords between(Map<String, AccountStatus> before, Map<String, AccountStatus> after) {
        var byMeaning = new EnumMap<AccountStatus, List<String>>(AccountStatus.class);
        new TreeMap<>(before)
                .forEach((word, meaning) -> byMeaning
                        .computeIfAbsent(meaning, _ -> new ArrayList<>())
                        .add(word));
        var meanings = new EnumMap<AccountStatus, AccountStatus>(AccountStatus.class);
        var words = new ArrayList<Word>();
        byMeaning.forEach((was, spoken) -> words.addAll(changed(was, spoken, after, meanings)));
        new TreeMap<>(after).forEach((word, meaning) -> {
            if (!before.containsKey(word)) {
                words.add(new Word(word, null, meaning, Told.TAKEN_IN));
            }
        });
        return new ChangedWords(meanings, words);
    }

    private static List<Word> changed(
            AccountStatus was,
            List<String> spoken,
            Map<String, AccountStatus> after,
            Map<AccountStatus, AccountStatus> meanings) {
        var images = new HashSet<@Nullable AccountStatus>();
        spoken.forEach(word -> images.add(after.get(word)));
        if (images.size() > 1) {
            return spoken.stream()
                    .filter(word -> was != after.get(word))
                    .map(word -> new Word(
                            word, was, after.get(word), after.get(word) == null ? Told.REJECTED : Told.AT_MOST))
                    .toList();
        }
        var becomes = images.iterator().next();
        if (Objects.equals(was, becomes)) {
            return List.of();
        }
        if (becomes != null) {
            meanings.put(was, becomes);
        }
        return List.of(new Word(String.join(", ", spoken), was, becomes, becomes == null ? Told.REJECTED : Told.EXACT));
    }
}
