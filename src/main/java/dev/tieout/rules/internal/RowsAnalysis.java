package dev.tieout.rules.internal;

import dev.tieout.rules.MovementFact;
import dev.tieout.rules.RuleAnalysis.Finding;
import dev.tieout.rules.RuleAnalysis.Gap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares the rows of one decision table with each other and with everything that a fact can be. */
final class RowsAnalysis {

    private static final int MOST_GAPS = 12;
    private static final int MOST_OVERLAPS = 200;
    private static final long BUDGET = 6_000_000;

    private final BoxedTable table;
    private final Space space;
    private final List<Box> boxes;
    private final @Nullable SinceBase since;
    private final Coverage coverage;
    private final Misfits misfits;
    private final List<Finding> unfit = new ArrayList<>();
    private final List<Finding> neverTrue = new ArrayList<>();
    private final List<Finding> masked = new ArrayList<>();
    private final List<Finding> conflicts = new ArrayList<>();
    private final List<Finding> overlaps = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private int ofTouched;
    private int ofOthers;
    private boolean cut;

    private RowsAnalysis(DecisionTable table, @Nullable RowsAnalysis base) {
        this.table = BoxedTable.of(table);
        this.space = this.table.space();
        this.boxes = this.table.boxes();
        this.misfits = Misfits.of(this.table);
        this.since = base == null ? null : new SinceBase(base, table);
        this.coverage = new Coverage(space, BUDGET);
    }

    static RowsAnalysis of(DecisionTable table) {
        return of(table, null);
    }

    /** @param base what was said of the version that the table was written from: marks what is new since */
    static RowsAnalysis of(DecisionTable table, @Nullable RowsAnalysis base) {
        var analysis = new RowsAnalysis(table, base);
        for (int row = 0; row < analysis.boxes.size(); row++) {
            analysis.look(row);
        }
        analysis.lookForGaps();
        return analysis;
    }

    private void look(int row) {
        var fact = space.factIn(boxes.get(row));
        if (fact.isEmpty()) {
            neverTrue.add(new Finding(
                    row + 1,
                    List.of(),
                    "asks what no " + noun() + " can ever be: its conditions exclude each other",
                    Map.of(),
                    brought(row, RowsAnalysis::neverTrue)));
            return;
        }
        var earlier = meeting(row);
        if (coverage.uncovered(boxes.get(row), of(earlier)).isEmpty() && !coverage.isExhausted()) {
            neverDecides(row, earlier, fact.get());
        } else {
            earlier.forEach(other -> lookAtPair(other, row));
            lookAtAnswer(row, of(earlier));
        }
    }

    /** Whether the row decides some movement that its class cannot have. */
    private void lookAtAnswer(int row, List<Box> earlier) {
        for (var misfit : misfits.of(table.table().rows().get(row))) {
            var both = boxes.get(row).and(misfit.box());
            var decided = both.isEmpty() ? Optional.<Box>empty() : coverage.uncovered(both, earlier);
            if (decided.isPresent()) {
                unfit.add(new Finding(
                        row + 1,
                        List.of(),
                        "answers " + answer(row) + " " + misfit.where() + ": no close adds up with that",
                        words(space.factIn(decided.get()).orElseThrow()),
                        brought(row, RowsAnalysis::unfit)));
                return;
            }
        }
    }

    /** Earlier rows that take some of what this row would. */
    private List<Integer> meeting(int row) {
        var box = boxes.get(row);
        var meeting = new ArrayList<Integer>();
        for (int other = 0; other < row; other++) {
            if (box.meets(boxes.get(other)) && space.isPossible(box.and(boxes.get(other)))) {
                meeting.add(other);
            }
        }
        return meeting;
    }

    private List<Box> of(List<Integer> rows) {
        return rows.stream().map(boxes::get).toList();
    }

    private void neverDecides(int row, List<Integer> earlier, List<Long> fact) {
        var box = boxes.get(row);
        Optional<Integer> alone = earlier.stream()
                .filter(other ->
                        coverage.uncovered(box, List.of(boxes.get(other))).isEmpty())
                .findFirst();
        boolean same = alone.isPresent()
                && coverage.uncovered(boxes.get(alone.get()), List.of(box)).isEmpty();
        boolean otherwise = alone.isPresent() && answersDiffer(alone.get(), row);
        if (same && otherwise) {
            conflicts.add(new Finding(
                    row + 1,
                    List.of(alone.get() + 1),
                    "asks the same as row " + (alone.get() + 1) + " and answers " + answer(row) + " where that answers "
                            + answer(alone.get()),
                    words(fact),
                    brought(row, RowsAnalysis::conflicts)));
            return;
        }
        var by = alone.map(List::of).orElse(earlier).stream()
                .map(other -> other + 1)
                .toList();
        masked.add(new Finding(
                row + 1,
                by,
                "never decides: " + who(by) + " above it " + (by.size() == 1 ? "takes" : "take")
                        + " all that it asks for",
                words(fact),
                brought(row, RowsAnalysis::masked)));
    }

    private static String who(List<Integer> rows) {
        return rows.size() == 1
                ? "row " + rows.getFirst()
                : "rows " + String.join(", ", rows.stream().map(String::valueOf).toList());
    }

    private boolean brought(int row, Function<RowsAnalysis, List<Finding>> list) {
        return since != null && since.brought(row + 1, list);
    }

    private void lookAtPair(int first, int second) {
        boolean touched = since != null && (since.isTouched(first + 1) || since.isTouched(second + 1));
        if (!mayOverlap(first, second)) {
            return;
        }
        if (listed(touched) >= MOST_OVERLAPS || coverage.isExhausted()) {
            cut = true;
            return;
        }
        overlap(first + 1, second + 1, coverage)
                .ifPresent(fact -> overlaps.add(new Finding(
                        second + 1,
                        List.of(first + 1),
                        "overlaps row " + (first + 1) + ": where both match, row " + (first + 1) + " wins with "
                                + answer(first) + ", not " + answer(second),
                        words(fact),
                        since != null && since.broughtOverlap(first + 1, second + 1))));
        if (touched && overlaps.size() > ofTouched + ofOthers) {
            ofTouched++;
        } else if (overlaps.size() > ofTouched + ofOthers) {
            ofOthers++;
        }
    }

    /** Rows that were changed have a list of their own length, so that what stood there before never crowds out what is new. */
    private int listed(boolean touched) {
        return touched ? ofTouched : ofOthers;
    }

    /** A row that lies wholly inside a later, more general one is its exception, and so is the table's order meant. */
    private boolean mayOverlap(int first, int second) {
        return answersDiffer(first, second) && !boxes.get(second).contains(boxes.get(first));
    }

    /** A fact that two rows match, by their numbers, and the first of them decides; empty when there is none. */
    Optional<List<Long>> overlap(int first, int second, Coverage bounded) {
        if (!mayOverlap(first - 1, second - 1)) {
            return Optional.empty();
        }
        var both = boxes.get(first - 1).and(boxes.get(second - 1));
        return bounded.uncovered(both, boxes.subList(0, first - 1)).flatMap(space::factIn);
    }

    /** First in what rows have released since, then everywhere. */
    private void lookForGaps() {
        var taken = new ArrayList<>(boxes);
        if (since != null) {
            since.released().forEach(box -> coverage.uncovered(box, taken).ifPresent(found -> add(found, taken)));
        }
        while (gaps.size() < MOST_GAPS) {
            var found = coverage.uncovered(space.whole(), taken);
            if (found.isEmpty()) {
                return;
            }
            add(found.get(), taken);
        }
        cut |= coverage.uncovered(space.whole(), taken).isPresent();
    }

    private void add(Box found, List<Box> taken) {
        if (gaps.size() >= MOST_GAPS) {
            cut = true;
            return;
        }
        var gap = coverage.widened(found, taken);
        var fact = space.factIn(found).orElseThrow();
        boolean brought = since != null && since.broughtGap(gap);
        gaps.add(new Gap(
                "No row takes " + Witness.sentence(space, fact) + ".", words(fact), conditions(gap, fact), brought));
        taken.add(proposed(gap, fact));
    }

    /** What a proposed row takes: of a number that falls into several ranges only the witness's one. */
    private Box proposed(Box gap, List<Long> fact) {
        var sides = new ArrayList<Ranges>();
        for (int i = 0; i < gap.width(); i++) {
            long witness = fact.get(i);
            boolean number = space.columns().get(i).type() instanceof NumberCells;
            sides.add(number ? gap.side(i).around(witness) : gap.side(i));
        }
        return Box.of(sides).in(space.whole());
    }

    private Map<String, String> conditions(Box gap, List<Long> fact) {
        var conditions = new LinkedHashMap<String, String>();
        for (int i = 0; i < gap.width(); i++) {
            var column = space.columns().get(i);
            String cell = CellValues.cell(gap.side(i), space.whole().side(i), fact.get(i), column);
            if (!cell.isEmpty()) {
                conditions.put(column.label(), cell);
            }
        }
        return conditions;
    }

    private Map<String, String> words(List<Long> fact) {
        return Witness.words(space, fact);
    }

    private String noun() {
        return table.table().schema().fact().equals(MovementFact.class) ? "movement" : "variance";
    }

    private boolean answersDiffer(int one, int other) {
        return !answer(one).equals(answer(other));
    }

    private String answer(int row) {
        return table.answer(row + 1);
    }

    BoxedTable table() {
        return table;
    }

    List<Finding> neverTrue() {
        return neverTrue;
    }

    List<Finding> masked() {
        return masked;
    }

    List<Finding> conflicts() {
        return conflicts;
    }

    List<Finding> unfit() {
        return unfit;
    }

    List<Finding> overlaps() {
        return overlaps;
    }

    List<Gap> gaps() {
        return gaps;
    }

    /** Nothing was cut short. */
    boolean isComplete() {
        return !cut && !coverage.isExhausted();
    }
}
