package dev.tieout.rules.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what boxes leave uncovered: exactly, by taking one box after the other away from what is left. Bounded, because a table can be
 * written whose rest falls into more pieces than anyone can wait for; then {@link #isExhausted} says that the answer may lack some.
 */
final class Coverage {

    private final Space space;
    private long budget;

    /** @param budget comparisons of two boxes in all */
    Coverage(Space space, long budget) {
        this.space = space;
        this.budget = budget;
    }

    /** The bound was reached at some time. */
    boolean isExhausted() {
        return budget <= 0;
    }

    /** A part of the box that holds a possible fact and none of the others' values; empty when they cover all of it. */
    Optional<Box> uncovered(Box box, List<Box> others) {
        budget -= 1 + others.size();
        if (budget <= 0) {
            return Optional.empty();
        }
        var meeting = new ArrayList<Box>();
        int least = Integer.MAX_VALUE;
        int taken = -1;
        for (Box other : others) {
            if (box.meets(other)) {
                int beyond = other.sidesBeyond(box, least);
                if (beyond == 0) {
                    return Optional.empty();
                }
                if (beyond < least) {
                    least = beyond;
                    taken = meeting.size();
                }
                meeting.add(other);
            }
        }
        if (!space.isPossible(box)) {
            return Optional.empty();
        }
        return taken < 0 ? Optional.of(box) : outside(box, meeting.remove(taken), meeting);
    }

    private Optional<Box> outside(Box box, Box taken, List<Box> others) {
        Box rest = box;
        for (int column = 0; column < box.width(); column++) {
            var side = rest.side(column);
            var beyond = side.minus(taken.side(column));
            if (!beyond.isEmpty()) {
                var found = uncovered(rest.with(column, beyond), others);
                if (found.isPresent()) {
                    return found;
                }
                rest = rest.with(column, side.and(taken.side(column)));
            }
        }
        return Optional.empty();
    }

    /** The box made as wide as it can be without meeting any of the others. */
    Box widened(Box box, List<Box> others) {
        Box wide = box;
        for (int column = 0; column < box.width(); column++) {
            var wider = wide.with(column, space.whole().side(column));
            if (meetsNone(wider, others)) {
                wide = wider;
            }
        }
        return wide;
    }

    private boolean meetsNone(Box box, List<Box> others) {
        budget -= others.size();
        if (budget <= 0) {
            return false;
        }
        for (Box other : others) {
            if (box.meets(other) && space.isPossible(box.and(other))) {
                return false;
            }
        }
        return true;
    }
}
