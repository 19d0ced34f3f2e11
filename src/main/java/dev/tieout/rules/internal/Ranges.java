package dev.tieout.rules.internal;

import java.util.Arrays;

/**
 * A set of whole numbers as disjoint ranges in rising order, both ends inclusive. Amounts are ten-thousandths, words their position in
 * the closed list, no and yes 0 and 1: so one algebra serves every column, exactly. Asked by the million, so it holds plain numbers and
 * hands out itself rather than an equal copy.
 */
final class Ranges {

    static final Ranges NONE = new Ranges(new long[0]);

    /** From and to of each range in turn. */
    private final long[] ends;

    private Ranges(long[] ends) {
        this.ends = ends;
    }

    static Ranges of(long from, long to) {
        return from > to ? NONE : new Ranges(new long[] {from, to});
    }

    static Ranges just(long... values) {
        var collected = new Collected(values.length);
        Arrays.stream(values).sorted().distinct().forEach(value -> collected.add(value, value));
        return collected.ranges();
    }

    int count() {
        return ends.length / 2;
    }

    long from(int range) {
        return ends[2 * range];
    }

    long to(int range) {
        return ends[2 * range + 1];
    }

    boolean isEmpty() {
        return ends.length == 0;
    }

    long min() {
        return ends[0];
    }

    long max() {
        return ends[ends.length - 1];
    }

    boolean holds(long value) {
        for (int i = 0; i < ends.length; i += 2) {
            if (ends[i] <= value && value <= ends[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** The one range that a value of this set is in. */
    Ranges around(long value) {
        for (int i = 0; i < ends.length; i += 2) {
            if (ends[i] <= value && value <= ends[i + 1]) {
                return of(ends[i], ends[i + 1]);
            }
        }
        return NONE;
    }

    /** The value of this set that is nearest to another. */
    long nearest(long value) {
        long best = min();
        for (int i = 0; i < ends.length; i += 2) {
            long candidate = Math.clamp(value, ends[i], ends[i + 1]);
            if (Math.abs(candidate - value) < Math.abs(best - value)) {
                best = candidate;
            }
        }
        return best;
    }

    /** Holds of disjoint ranges that do not touch, which these are: each of the other's lies within one of ours. */
    boolean contains(Ranges other) {
        if (this == other) {
            return true;
        }
        for (int i = 0; i < other.ends.length; i += 2) {
            if (!within(other.ends[i], other.ends[i + 1])) {
                return false;
            }
        }
        return true;
    }

    private boolean within(long from, long to) {
        for (int i = 0; i < ends.length; i += 2) {
            if (ends[i] <= from && to <= ends[i + 1]) {
                return true;
            }
        }
        return false;
    }

    boolean meets(Ranges other) {
        for (int i = 0; i < ends.length; i += 2) {
            for (int j = 0; j < other.ends.length; j += 2) {
                if (ends[i] <= other.ends[j + 1] && other.ends[j] <= ends[i + 1]) {
                    return true;
                }
            }
        }
        return false;
    }

    Ranges and(Ranges other) {
        if (other.contains(this)) {
            return this;
        }
        if (contains(other)) {
            return other;
        }
        var both = new Collected(count() + other.count());
        for (int i = 0; i < ends.length; i += 2) {
            for (int j = 0; j < other.ends.length; j += 2) {
                both.add(Math.max(ends[i], other.ends[j]), Math.min(ends[i + 1], other.ends[j + 1]));
            }
        }
        return both.ranges();
    }

    Ranges minus(Ranges other) {
        if (!meets(other)) {
            return this;
        }
        var left = new Collected(count() + other.count());
        for (int i = 0; i < ends.length; i += 2) {
            long from = ends[i];
            for (int j = 0; j < other.ends.length; j += 2) {
                if (other.ends[j + 1] >= from && other.ends[j] <= ends[i + 1]) {
                    left.add(from, other.ends[j] - 1);
                    from = other.ends[j + 1] + 1;
                }
            }
            left.add(from, ends[i + 1]);
        }
        return left.ranges();
    }

    @Override
    public String toString() {
        return Arrays.toString(ends);
    }

    /** Ranges in rising order as they are found; those that touch become one. */
    private static final class Collected {

        private long[] ends;
        private int size;

        Collected(int most) {
            ends = new long[2 * most];
        }

        void add(long from, long to) {
            if (from > to) {
                return;
            }
            if (size > 0 && ends[size - 1] == from - 1) {
                ends[size - 1] = to;
                return;
            }
            if (size == ends.length) {
                ends = Arrays.copyOf(ends, Math.max(4, 2 * size));
            }
            ends[size++] = from;
            ends[size++] = to;
        }

        Ranges ranges() {
            return size == 0 ? NONE : new Ranges(Arrays.copyOf(ends, size));
        }
    }
}
