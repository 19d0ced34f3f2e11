package dev.tieout.rules.internal;

import java.util.ArrayList;
import java.util.List;

/** What a row asks: for each condition of the table the values that it takes. */
record Box(List<Ranges> sides) {

    Box {
        sides = List.copyOf(sides);
    }

    int width() {
        return sides.size();
    }

    Ranges side(int column) {
        return sides.get(column);
    }

    Box with(int column, Ranges side) {
        var changed = new ArrayList<>(sides);
        changed.set(column, side);
        return new Box(changed);
    }

    Box and(Box other) {
        var both = new ArrayList<Ranges>(width());
        for (int i = 0; i < width(); i++) {
            both.add(side(i).and(other.side(i)));
        }
        return new Box(both);
    }

    /** Whether each side has a value in common; asked by the million, so it makes nothing. */
    boolean meets(Box other) {
        for (int i = 0; i < width(); i++) {
            if (!side(i).meets(other.side(i))) {
                return false;
            }
        }
        return true;
    }

    /** Some side takes nothing, so that nothing is in it. */
    boolean isEmpty() {
        return sides.stream().anyMatch(Ranges::isEmpty);
    }

    boolean contains(Box other) {
        return sidesBeyond(other) == 0;
    }

    /** On how many sides the other reaches beyond this one. */
    int sidesBeyond(Box other) {
        int beyond = 0;
        for (int i = 0; i < width(); i++) {
            if (!side(i).contains(other.side(i))) {
                beyond++;
            }
        }
        return beyond;
    }
}
