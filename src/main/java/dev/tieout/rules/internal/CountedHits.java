package dev.tieout.rules.internal;

import dev.tieout.rules.MovementSamples.SampledPeriod;
import dev.tieout.rules.RuleTrials.Moved;
import dev.tieout.rules.RuleTrials.RowHit;
import dev.tieout.rules.RuleTrials.RowHits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Counts which rows of two versions take the same movements. */
final class CountedHits {

    private static final String NONE = "no row";

    private CountedHits() {}

    static RowHits of(
            SampledPeriod period,
            SampledFacts facts,
            BoxedTable table,
            @Nullable BoxedTable before,
            @Nullable Integer base) {
        int[] now = facts.winners(table);
        long[] takes = counts(now, table);
        if (before == null) {
            var rows = IntStream.range(0, takes.length)
                    .mapToObj(row -> new RowHit(row, takes[row], takes[row]))
                    .toList();
            return new RowHits(period, null, facts.movements(), facts.count(), rows(rows), List.of(), List.of());
        }
        int[] then = facts.winners(before);
        long[] took = counts(then, before);
        var pairs = SinceBase.pairs(table.table(), before.table());
        var rows = IntStream.range(0, takes.length)
                .mapToObj(row -> new RowHit(row, tookBefore(row, pairs, took), takes[row]))
                .toList();
        var gone = IntStream.range(1, took.length)
                .filter(pairs::isGone)
                .mapToObj(row -> new RowHit(row, took[row], 0))
                .toList();
        return new RowHits(
                period, base, facts.movements(), facts.count(), rows(rows), gone, moved(now, table, then, before));
    }

    /** Those that none takes come last. */
    private static List<RowHit> rows(List<RowHit> byNumber) {
        var rows = new ArrayList<>(byNumber.subList(1, byNumber.size()));
        rows.add(byNumber.getFirst());
        return rows;
    }

    private static long tookBefore(int row, RowPairs pairs, long[] took) {
        int was = pairs.before(row);
        return row > 0 && was == 0 ? 0 : took[was];
    }

    private static long[] counts(int[] winners, BoxedTable table) {
        long[] counts = new long[table.boxes().size() + 1];
        for (int row : winners) {
            counts[row]++;
        }
        return counts;
    }

    private static List<Moved> moved(int[] now, BoxedTable table, int[] then, BoxedTable before) {
        String[] answers = answers(table);
        String[] answered = answers(before);
        Map<Pair, Long> counts = new HashMap<>();
        for (int i = 0; i < now.length; i++) {
            if (!answers[now[i]].equals(answered[then[i]])) {
                counts.merge(new Pair(answered[then[i]], answers[now[i]]), 1L, Long::sum);
            }
        }
        return counts.entrySet().stream()
                .map(entry -> new Moved(entry.getKey().from(), entry.getKey().to(), entry.getValue()))
                .sorted(Comparator.comparingLong(Moved::movements)
                        .reversed()
                        .thenComparing(Moved::from)
                        .thenComparing(Moved::to))
                .toList();
    }

    private static String[] answers(BoxedTable table) {
        return IntStream.rangeClosed(0, table.boxes().size())
                .mapToObj(row -> row == 0 ? NONE : table.answer(row))
                .toArray(String[]::new);
    }

    private record Pair(String from, String to) {}
}
