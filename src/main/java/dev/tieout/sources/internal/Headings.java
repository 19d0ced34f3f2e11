package dev.tieout.sources.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The headings above the present row, the innermost first: accounts and their sub-accounts in a general ledger. */
final class Headings {

    private static final int DEEPEST = 20;

    private final Profile.@Nullable Heading place;
    private final Mapping mapping;
    private final Deque<String> open = new ArrayDeque<>();

    Headings(Profile.@Nullable Heading place, Mapping mapping) {
        this.place = place;
        this.mapping = mapping;
    }

    /** The innermost heading, or nothing. */
    String now() {
        return Objects.requireNonNullElse(open.peek(), "");
    }

    /** Takes a row as a heading if only the heading's cell is filled. */
    boolean begins(List<String> cells) {
        if (place == null) {
            return false;
        }
        var text = mapping.cell(cells, place.header()).strip();
        boolean alone = !text.isEmpty()
                && cells.stream().filter(cell -> !cell.isBlank()).count() == 1;
        if (alone) {
            if (open.size() == DEEPEST) {
                open.removeLast();
            }
            open.push(text);
        }
        return alone;
    }

    /** A total ends its heading, and those within that had none of their own. */
    void end(List<String> cells) {
        if (place == null) {
            return;
        }
        var text = mapping.cell(cells, place.header()).strip();
        var ended = open.stream().filter(heading -> text.endsWith(heading)).findFirst();
        while (ended.isPresent() && open.contains(ended.get())) {
            open.pop();
        }
    }
}
