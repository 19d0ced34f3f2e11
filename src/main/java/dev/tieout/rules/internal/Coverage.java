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
    private int budget;

    Coverage(Space space, int budget) {
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
        if (budget <= 0 || box.isEmpty() || space.factIn(box).isEmpty()) {
            return Optional.empty();
        }
        var meeting = others.stream().filter(box::meets).toList();
        if (meeting.isEmpty()) {
            return Optional.of(box);
        }
        var taken = meeting.getFirst();
        for (Box other : meeting) {
            if (other.sidesBeyond(box) < taken.sidesBeyond(box)) {
                taken = other;
            }
        }
        return outside(box, taken, meeting);
    }

    private Optional<Box> outside(Box box, Box taken, List<Box> meeting) {
        var others = new ArrayList<>(meeting);
        others.remove(taken);
        Box rest = box;
        for (int column = 0; column < box.width(); column++) {
            var beyond = rest.side(column).minus(taken.side(column));
            if (!beyond.isEmpty()) {
                var found = uncovered(rest.with(column, beyond), others);
                if (found.isPresent()) {
                    return found;
                }
                rest = rest.with(column, rest.side(column).and(taken.side(column)));
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
        return budget > 0
                && others.stream()
                        .filter(box::meets)
                        .map(box::and)
                        .noneMatch(both -> space.factIn(both).isPresent());
    }
}
