package dev.tieout.rules.internal;

import dev.tieout.rules.RuleTableContent;
import dev.tieout.rules.TableDifference;
import dev.tieout.rules.TableDifference.Kind;
import dev.tieout.rules.TableDifference.Row;
import dev.tieout.rules.TableDifference.Side;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Finds for each row of one version the row that it was in another. Public because the module's root asks it. */
public final class PairedRows {

    private final List<String> columns;
    private final List<Side> before;
    private final List<Side> after;

    /** For each row after, the position of its row before; -1 for none. */
    private final int[] origin;

    private final boolean[] taken;

    private PairedRows(RuleTableContent from, RuleTableContent to) {
        var labels = new LinkedHashSet<>(to.columns());
        labels.addAll(from.columns());
        this.columns = List.copyOf(labels);
        this.before = sides(from);
        this.after = sides(to);
        this.origin = new int[after.size()];
        this.taken = new boolean[before.size()];
        Arrays.fill(origin, -1);
    }

    /** Sets two versions side by side. */
    public static TableDifference difference(RuleTableContent from, RuleTableContent to) {
        var paired = new PairedRows(from, to);
        paired.pairEqual(side -> List.of(side.description(), side.cells()));
        paired.pairEqual(Side::cells);
        paired.pairAlike();
        return new TableDifference(from.version(), to.version(), paired.columns, paired.rows());
    }

    private List<Side> sides(RuleTableContent content) {
        return content.rows().stream()
                .map(row -> new Side(
                        row.row(),
                        row.description(),
                        columns.stream()
                                .map(label -> cell(content.columns().indexOf(label), row.cells()))
                                .toList(),
                        row.sentence()))
                .toList();
    }

    private static String cell(int column, List<String> cells) {
        return column < 0 || column >= cells.size() ? "" : cells.get(column);
    }

    /** Rows with an equal key belong together; of several, the first with the first. */
    private void pairEqual(Function<Side, Object> key) {
        Map<Object, Deque<Integer>> open = new HashMap<>();
        for (int row = 0; row < before.size(); row++) {
            if (!taken[row]) {
                open.computeIfAbsent(key.apply(before.get(row)), _ -> new ArrayDeque<>())
                        .add(row);
            }
        }
        for (int row = 0; row < after.size(); row++) {
            var equal = origin[row] < 0 ? open.get(key.apply(after.get(row))) : null;
            if (equal != null && !equal.isEmpty()) {
                pair(equal.remove(), row);
            }
        }
    }

    /** What is left goes with the row that has most of its cells, the nearer one of two; with less than half it is another row. */
    private void pairAlike() {
        for (int row = 0; row < after.size(); row++) {
            if (origin[row] < 0) {
                int best = mostAlike(row);
                if (best >= 0) {
                    pair(best, row);
                }
            }
        }
    }

    private int mostAlike(int row) {
        int best = -1;
        double most = 0;
        for (int candidate = 0; candidate < before.size(); candidate++) {
            if (!taken[candidate]) {
                double alike = alike(before.get(candidate), after.get(row));
                boolean nearer = best >= 0 && Math.abs(candidate - row) < Math.abs(best - row);
                if (alike >= 0.5 && (alike > most || (alike == most && nearer))) {
                    best = candidate;
                    most = alike;
                }
            }
        }
        return best;
    }

    /** The share of cells that are equal among those that either row fills; what a row is for counts as one of them. */
    private static double alike(Side one, Side other) {
        int filled = one.description().isEmpty() && other.description().isEmpty() ? 0 : 1;
        int equal = filled == 1 && one.description().equals(other.description()) ? 1 : 0;
        for (int cell = 0; cell < one.cells().size(); cell++) {
            String left = one.cells().get(cell);
            String right = other.cells().get(cell);
            if (!left.isEmpty() || !right.isEmpty()) {
                filled++;
                equal += left.equals(right) ? 1 : 0;
            }
        }
        return filled == 0 ? 0 : (double) equal / filled;
    }

    private void pair(int from, int to) {
        origin[to] = from;
        taken[from] = true;
    }

    private List<Row> rows() {
        var steady = inOrder();
        var rows = new ArrayList<Row>();
        int gone = 0;
        for (int row = 0; row < after.size(); row++) {
            if (origin[row] >= 0 && steady[row]) {
                gone = removedBefore(origin[row], gone, rows);
            }
            rows.add(origin[row] < 0 ? added(after.get(row)) : kept(row, !steady[row]));
        }
        removedBefore(before.size(), gone, rows);
        return rows;
    }

    /** Rows that are gone stand before the first row that stood after them and still does. */
    private int removedBefore(int end, int start, List<Row> rows) {
        for (int row = start; row < end; row++) {
            if (!taken[row]) {
                rows.add(new Row(Kind.REMOVED, false, before.get(row), null, Set.of(), false));
            }
        }
        return Math.max(start, end);
    }

    private static Row added(Side side) {
        return new Row(Kind.ADDED, false, null, side, Set.of(), false);
    }

    private Row kept(int row, boolean moved) {
        Side from = before.get(origin[row]);
        Side to = after.get(row);
        var changed = new LinkedHashSet<String>();
        for (int cell = 0; cell < columns.size(); cell++) {
            if (!from.cells().get(cell).equals(to.cells().get(cell))) {
                changed.add(columns.get(cell));
            }
        }
        return new Row(
                changed.isEmpty() ? Kind.SAME : Kind.CHANGED,
                moved,
                from,
                to,
                changed,
                !from.description().equals(to.description()));
    }

    /** The most rows that kept their order among each other: a longest run of rising origins. The others have moved. */
    private boolean[] inOrder() {
        int[] length = new int[after.size()];
        int[] previous = new int[after.size()];
        int last = -1;
        for (int row = 0; row < after.size(); row++) {
            previous[row] = -1;
            if (origin[row] < 0) {
                continue;
            }
            length[row] = 1;
            for (int earlier = 0; earlier < row; earlier++) {
                if (origin[earlier] >= 0 && origin[earlier] < origin[row] && length[earlier] + 1 > length[row]) {
                    length[row] = length[earlier] + 1;
                    previous[row] = earlier;
                }
            }
            last = last < 0 || length[row] > length[last] ? row : last;
        }
        return marked(last, previous);
    }

    private boolean[] marked(int last, int... previous) {
        var steady = new boolean[after.size()];
        for (int row = last; row >= 0; row = previous[row]) {
            steady[row] = true;
        }
        return steady;
    }
}
