package dev.tieout.rules.internal;

import java.util.List;
import java.util.stream.IntStream;

/** What a row asks: for each condition of the table the values that it takes. */
final class Box {

    private final Ranges[] sides;

    /** The sides that do not take everything, which alone can keep others away. */
    private final int[] asking;

    private final int[] all;

    private Box(Ranges[] sides, int[] asking, int[] all) {
        this.sides = sides;
        this.asking = asking;
        this.all = all;
    }

    static Box of(List<Ranges> sides) {
        int[] all = IntStream.range(0, sides.size()).toArray();
        return new Box(sides.toArray(Ranges[]::new), all, all);
    }

    /** The same within a space: sides as wide as that are known to ask nothing. */
    Box in(Box whole) {
        return new Box(
                sides,
                IntStream.range(0, sides.length)
                        .filter(i -> !sides[i].contains(whole.sides[i]))
                        .toArray(),
                all);
    }

    int width() {
        return sides.length;
    }

    Ranges side(int column) {
        return sides[column];
    }

    Box with(int column, Ranges side) {
        var changed = sides.clone();
        changed[column] = side;
        return new Box(changed, all, all);
    }

    Box and(Box other) {
        var both = new Ranges[sides.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = sides[i].and(other.sides[i]);
        }
        return new Box(both, all, all);
    }

    /** Whether each side has a value in common with a row's; asked by the million, so it makes nothing. */
    boolean meets(Box row) {
        for (int i : row.asking) {
            if (!sides[i].meets(row.sides[i])) {
                return false;
            }
        }
        return true;
    }

    /** Some side takes nothing, so that nothing is in it. */
    boolean isEmpty() {
        for (Ranges side : sides) {
            if (side.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a row takes a fact, one value for each side from a position on. */
    boolean holds(long[] facts, int at) {
        for (int i : asking) {
            if (!sides[i].holds(facts[at + i])) {
                return false;
            }
        }
        return true;
    }

    boolean contains(Box other) {
        return sidesBeyond(other, 1) == 0;
    }

    /** On how many sides the other reaches beyond this row; counts no further than {@code enough}. */
    int sidesBeyond(Box other, int enough) {
        int beyond = 0;
        for (int i = 0; i < asking.length && beyond < enough; i++) {
            if (!sides[asking[i]].contains(other.sides[asking[i]])) {
                beyond++;
            }
        }
        return beyond;
    }

    /** Whether both take the same values. */
    boolean isSame(Box other) {
        return contains(other) && other.contains(this);
    }
}
