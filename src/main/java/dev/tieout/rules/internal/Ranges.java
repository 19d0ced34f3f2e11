package dev.tieout.rules.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A set of whole numbers as disjoint ranges in rising order, both ends inclusive. Amounts are ten-thousandths, words their position in
 * the closed list, no and yes 0 and 1: so one algebra serves every column, exactly.
 */
record Ranges(List<Range> ranges) {

    static final Ranges NONE = new Ranges(List.of());

    Ranges {
        ranges = List.copyOf(ranges);
    }

    /** From and to belong to it. */
    record Range(long from, long to) {

        boolean holds(long value) {
            return from <= value && value <= to;
        }

        /** The nearest of its values. */
        long nearest(long value) {
            return Math.clamp(value, from, to);
        }
    }

    static Ranges of(long from, long to) {
        return from > to ? NONE : new Ranges(List.of(new Range(from, to)));
    }

    static Ranges just(long... values) {
        var ranges = new ArrayList<Range>();
        Arrays.stream(values).sorted().distinct().forEach(value -> append(ranges, value, value));
        return new Ranges(ranges);
    }

    private static void append(List<Range> ranges, long from, long to) {
        if (!ranges.isEmpty() && ranges.getLast().to() == from - 1) {
            ranges.set(ranges.size() - 1, new Range(ranges.getLast().from(), to));
        } else {
            ranges.add(new Range(from, to));
        }
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    long min() {
        return ranges.getFirst().from();
    }

    long max() {
        return ranges.getLast().to();
    }

    boolean holds(long value) {
        return ranges.stream().anyMatch(range -> range.holds(value));
    }

    /** The value of this set that is nearest to another. */
    long nearest(long value) {
        long best = min();
        for (Range range : ranges) {
            long candidate = range.nearest(value);
            if (Math.abs(candidate - value) < Math.abs(best - value)) {
                best = candidate;
            }
        }
        return best;
    }

    /** Holds of disjoint ranges that do not touch, which these are: each of the other's lies within one of ours. */
    boolean contains(Ranges other) {
        for (Range range : other.ranges) {
            if (!within(range)) {
                return false;
            }
        }
        return true;
    }

    private boolean within(Range range) {
        for (Range ours : ranges) {
            if (ours.from() <= range.from() && range.to() <= ours.to()) {
                return true;
            }
        }
        return false;
    }

    boolean meets(Ranges other) {
        for (Range one : ranges) {
            for (Range two : other.ranges) {
                if (one.from() <= two.to() && two.from() <= one.to()) {
                    return true;
                }
            }
        }
        return false;
    }

    Ranges and(Ranges other) {
        var both = new ArrayList<Range>();
        for (Range one : ranges) {
            for (Range two : other.ranges) {
                long from = Math.max(one.from(), two.from());
                long to = Math.min(one.to(), two.to());
                if (from <= to) {
                    append(both, from, to);
                }
            }
        }
        return new Ranges(both);
    }

    Ranges minus(Ranges other) {
        var left = new ArrayList<Range>();
        for (Range range : ranges) {
            long from = range.from();
            for (Range taken : other.ranges) {
                if (taken.to() < from || taken.from() > range.to()) {
                    continue;
                }
                if (taken.from() > from) {
                    append(left, from, taken.from() - 1);
                }
                from = taken.to() + 1;
            }
            if (from <= range.to()) {
                append(left, from, range.to());
            }
        }
        return new Ranges(left);
    }
}
