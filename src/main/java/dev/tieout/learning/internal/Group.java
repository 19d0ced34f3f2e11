package dev.tieout.learning.internal;

import dev.tieout.learning.ProposedRow.Answer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Overrides of one row's decisions to one answer that one row could make.
 *
 * @param same kinds of movement that people gave the answer
 * @param others every other kind that the same row decided
 */
record Group(int row, Answer from, Answer to, List<Observation> same, List<Observation> others) {

    /**
     * Every group of a close's overrides. Kinds of movement come together as long as what they share takes nobody else in: so one row
     * serves many, and none reaches further than its people did.
     */
    static List<Group> of(List<Observation> observations) {
        Map<Key, List<Observation>> overridden = new LinkedHashMap<>();
        for (var one : observations) {
            if (one.chosen() != null) {
                overridden
                        .computeIfAbsent(new Key(one.row(), one.ruled(), one.chosen()), _ -> new ArrayList<>())
                        .add(one);
            }
        }
        var groups = new ArrayList<Group>();
        overridden.forEach((key, all) -> groups.addAll(divided(key, all, observations)));
        return groups;
    }

    private static List<Group> divided(Key key, List<Observation> all, List<Observation> observations) {
        var others = observations.stream()
                .filter(one -> one.row() == key.row() && !one.isOverriddenTo(key.to()))
                .toList();
        var parts = new ArrayList<List<Observation>>();
        all.stream()
                .sorted(Comparator.comparingLong(Observation::movements).reversed())
                .forEach(one -> join(parts, one, others));
        return parts.stream()
                .map(part -> new Group(key.row(), key.from(), key.to(), part, others))
                .toList();
    }

    private static void join(List<List<Observation>> parts, Observation one, List<Observation> others) {
        for (var part : parts) {
            var both = new ArrayList<>(part);
            both.add(one);
            long apart = taken(List.of(part, List.of(one)), others);
            if (taken(List.of(both), others) <= apart) {
                part.add(one);
                return;
            }
        }
        parts.add(new ArrayList<>(List.of(one)));
    }

    /** How many others any of these parts takes in by what it shares. */
    private static long taken(List<List<Observation>> parts, List<Observation> others) {
        var conditions = parts.stream().map(Conditions::sharedBy).toList();
        return others.stream()
                .filter(other -> conditions.stream().anyMatch(some -> some.hold(other.traits())))
                .mapToLong(Observation::movements)
                .sum();
    }

    /** How many others the conditions take in. */
    long taken(Conditions conditions) {
        return others.stream()
                .filter(other -> conditions.hold(other.traits()))
                .mapToLong(Observation::movements)
                .sum();
    }

    private record Key(int row, Answer from, Answer to) {}
}
