package dev.tieout.learning.internal;

import dev.tieout.learning.ProposedRow.Answer;
import dev.tieout.learning.ProposedRow.Example;
import dev.tieout.movements.DecidedFacts.Chosen;
import dev.tieout.movements.DecidedFacts.DecidedFact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Counts movements as they stream by. Keeps one sum for each kind of movement and a few examples, however many there are. */
final class Tally {

    private static final int EXAMPLES = 12;
    private static final int DECIMALS = 4;
    private static final Comparator<Example> SMALLEST_FIRST = Comparator.<Example, BigDecimal>comparing(
                    example -> example.change().abs())
            .thenComparing(Comparator.comparing(Example::account).reversed())
            .thenComparing(Comparator.comparing(Example::line).reversed());

    private final Map<Kind, Sum> sums = new LinkedHashMap<>();
    private long overrides;

    /** Excluded movements are in no figure and teach nothing. */
    void add(DecidedFact decided) {
        if (decided.excluded()) {
            return;
        }
        var ruled = new Answer(decided.ruled().movementClass(), decided.ruled().reason());
        var chosen = chosen(decided.chosen(), ruled);
        if (chosen != null) {
            overrides++;
        }
        var kind = new Kind(Traits.of(decided.fact()), decided.ruled().row(), ruled, chosen);
        sums.computeIfAbsent(kind, _ -> new Sum()).add(example(decided));
    }

    /** Who only confirms the table does not say otherwise. */
    private static @Nullable Answer chosen(@Nullable Chosen chosen, Answer ruled) {
        if (chosen == null) {
            return null;
        }
        var answer = new Answer(chosen.movementClass(), chosen.reason());
        return answer.equals(ruled) ? null : answer;
    }

    private static Example example(DecidedFact decided) {
        var chosen = decided.chosen();
        return new Example(
                decided.account(),
                decided.name(),
                decided.line(),
                BigDecimal.valueOf(decided.fact().change(), DECIMALS),
                chosen == null ? null : chosen.person(),
                chosen == null ? null : chosen.comment());
    }

    long overrides() {
        return overrides;
    }

    List<Observation> observations() {
        return sums.entrySet().stream()
                .map(entry -> entry.getValue().of(entry.getKey()))
                .toList();
    }

    static List<Example> largest(List<Example> examples) {
        return examples.stream()
                .sorted(SMALLEST_FIRST.reversed())
                .limit(EXAMPLES)
                .toList();
    }

    private record Kind(
            Traits traits, int row, Answer ruled, @Nullable Answer chosen) {}

    private static final class Sum {

        private long movements;
        private BigDecimal amount = BigDecimal.ZERO;
        private final PriorityQueue<Example> largest = new PriorityQueue<>(SMALLEST_FIRST);

        void add(Example example) {
            movements++;
            amount = amount.add(example.change().abs());
            largest.add(example);
            if (largest.size() > EXAMPLES) {
                largest.remove();
            }
        }

        Observation of(Kind kind) {
            return new Observation(
                    kind.traits(),
                    kind.row(),
                    kind.ruled(),
                    kind.chosen(),
                    movements,
                    amount,
                    Tally.largest(new ArrayList<>(largest)));
        }
    }
}
