package dev.tieout.rules.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which row of an earlier version a row is: the same one wherever it stands now, else the one between the same neighbours that it shares
 * most of its cells with. A row that shares less than half is new.
 */
final class RowPairs {

    private final int[] earlier;
    private final boolean[] unchanged;
    private final boolean[] kept;

    private RowPairs(int rows, int earlierRows) {
        earlier = new int[rows];
        unchanged = new boolean[rows];
        kept = new boolean[earlierRows];
    }

    /** Pairs rows by their cells; what a row is for may read otherwise. */
    static RowPairs of(List<List<String>> rows, List<List<String>> before) {
        var pairs = new RowPairs(rows.size(), before.size());
        pairs.pairSame(rows, before);
        for (int row = 0; row < rows.size(); row++) {
            if (pairs.earlier[row] == 0) {
                pairs.pairLike(row, rows.get(row), before);
            }
        }
        return pairs;
    }

    private void pairSame(List<List<String>> rows, List<List<String>> before) {
        Map<List<String>, Deque<Integer>> places = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            places.computeIfAbsent(before.get(i), _ -> new ArrayDeque<>()).add(i);
        }
        for (int row = 0; row < rows.size(); row++) {
            var same = places.getOrDefault(rows.get(row), new ArrayDeque<>()).poll();
            if (same != null) {
                earlier[row] = same + 1;
                unchanged[row] = true;
                kept[same] = true;
            }
        }
    }

    private void pairLike(int row, List<String> cells, List<List<String>> before) {
        int from = row == 0 ? 0 : earlier[row - 1];
        int best = -1;
        int most = 0;
        for (int i = 0; i < before.size(); i++) {
            int alike = kept[i] ? 0 : alike(cells, before.get(i));
            if (alike > most || (alike == most && alike > 0 && i == from)) {
                best = i;
                most = alike;
            }
        }
        if (best >= 0) {
            earlier[row] = best + 1;
            kept[best] = true;
        }
    }

    /** Cells that say the same something; 0 when they are less than half of what either row says. */
    private static int alike(List<String> one, List<String> other) {
        int same = 0;
        int said = 0;
        for (int i = 0; i < one.size(); i++) {
            boolean filled = !one.get(i).isEmpty() || !other.get(i).isEmpty();
            said += filled ? 1 : 0;
            same += filled && one.get(i).equals(other.get(i)) ? 1 : 0;
        }
        return 2 * same >= said ? same : 0;
    }

    /** The number that the row of this number had; 0 when it is new. */
    int before(int row) {
        return row == 0 ? 0 : earlier[row - 1];
    }

    /** Whether every cell of the row of this number is as it was. */
    boolean isUnchanged(int row) {
        return unchanged[row - 1];
    }

    /** Whether the earlier row of this number is still there, as it was. */
    boolean isStillThere(int earlierRow) {
        for (int row = 0; row < earlier.length; row++) {
            if (earlier[row] == earlierRow) {
                return unchanged[row];
            }
        }
        return false;
    }

    /** Whether the earlier row of this number is gone, and no other took its place. */
    boolean isGone(int earlierRow) {
        return !kept[earlierRow - 1];
    }
}
