package dev.tieout.learning.internal;

import dev.tieout.terms.AccountStatus;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is asked of a movement: for some columns the traits that hold, in the table's order. Only of the status several may hold, as only
 * there a cell lists several words.
 */
record Conditions(Map<String, Set<String>> asked) {

    /** What all these movements have in common, less what other columns say already. */
    static Conditions sharedBy(Collection<Observation> group) {
        var shared = new LinkedHashMap<String, Set<String>>();
        for (String label : Traits.LABELS) {
            var values = group.stream()
                    .map(one -> one.traits().of(label))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            boolean tells = values.size() == 1 || label.equals(Traits.STATUS);
            if (tells && !group.stream().allMatch(one -> one.traits().isImplied(label))) {
                shared.put(label, values);
            }
        }
        return new Conditions(shared);
    }

    boolean hold(Traits traits) {
        return asked.entrySet().stream().allMatch(one -> one.getValue().contains(traits.of(one.getKey())));
    }

    boolean isEmpty() {
        return asked.isEmpty();
    }

    List<String> labels() {
        return List.copyOf(asked.keySet());
    }

    Conditions without(String label) {
        var fewer = new LinkedHashMap<>(asked);
        fewer.remove(label);
        return new Conditions(fewer);
    }

    /** Asks this too. */
    Conditions and(Map<String, String> more) {
        var both = new LinkedHashMap<>(asked);
        more.forEach((label, value) -> both.putIfAbsent(label, Set.of(value)));
        return new Conditions(both);
    }

    /** The cell that asks it, words in the order of their list. */
    String cell(String label) {
        var values = asked.getOrDefault(label, Set.of());
        return label.equals(Traits.STATUS)
                ? values.stream()
                        .map(AccountStatus::valueOf)
                        .sorted()
                        .map(AccountStatus::name)
                        .collect(Collectors.joining(", "))
                : String.join(", ", values);
    }

    /** Only what something is said by: that nothing happened tells little when there is nobody to tell from. */
    Conditions telling() {
        var telling = new LinkedHashMap<>(asked);
        telling.values().removeIf(values -> values.contains(Traits.NOTHING));
        return new Conditions(telling);
    }
}
