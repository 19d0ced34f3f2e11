package dev.tieout.rules.internal;

import dev.tieout.rules.RuleAnalysis.Finding;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What of an analysis the last changes brought: against the version that a table was written from, and what was said of that. */
final class SinceBase {

    private static final long BUDGET = 2_000_000;

    private final RowsAnalysis base;
    private final RowPairs pairs;
    private final Coverage coverage;

    SinceBase(RowsAnalysis base, DecisionTable table) {
        this.base = base;
        this.pairs = pairs(table, base.table().table());
        this.coverage = new Coverage(base.table().space(), BUDGET);
    }

    static RowPairs pairs(DecisionTable table, DecisionTable before) {
        return RowPairs.of(cells(table), cells(before));
    }

    private static List<List<String>> cells(DecisionTable table) {
        return table.rows().stream().map(DecisionTable.Row::texts).toList();
    }

    /** Whether the row was changed or added. */
    boolean isTouched(int row) {
        return !pairs.isUnchanged(row);
    }

    /** Whether the list said nothing of the row before. */
    boolean brought(int row, Function<RowsAnalysis, List<Finding>> list) {
        int before = pairs.before(row);
        return before == 0 || list.apply(base).stream().noneMatch(finding -> finding.row() == before);
    }

    /** Whether two rows did not overlap before, or the other one won. */
    boolean broughtOverlap(int first, int second) {
        int one = pairs.before(first);
        int other = pairs.before(second);
        return one == 0
                || other == 0
                || one > other
                || base.overlap(one, other, coverage).isEmpty();
    }

    /** Whether some row took of it before. */
    boolean broughtGap(Box gap) {
        return base.table().boxes().stream()
                .anyMatch(box -> gap.meets(box) && base.table().space().isPossible(gap.and(box)));
    }

    /** What the rows took that are gone or read otherwise now: only there can a gap have come about. */
    List<Box> released() {
        return IntStream.rangeClosed(1, base.table().boxes().size())
                .filter(row -> !pairs.isStillThere(row))
                .mapToObj(row -> base.table().boxes().get(row - 1))
                .toList();
    }
}
