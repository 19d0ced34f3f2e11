package dev.tieout.publication.ui;

import com.vaadin.flow.router.QueryParameters;
import dev.tieout.publication.Publication;
import java.util.List;
import java.util.Optional;

/** Which two versions an address asks to compare. What cannot be read falls back to the latest and the one before it. */
record Compared(int from, int to) {

    private static final int LONGEST = 6;

    /** @param versions oldest first, at least one; with a single one it is compared to itself */
    static Compared of(QueryParameters query, List<Publication> versions) {
        int to = known(query, "to", versions).orElse(versions.getLast().version());
        int before = versions.stream()
                .mapToInt(Publication::version)
                .filter(version -> version < to)
                .max()
                .orElse(versions.stream()
                        .mapToInt(Publication::version)
                        .filter(version -> version > to)
                        .min()
                        .orElse(to));
        return new Compared(known(query, "from", versions).orElse(before), to);
    }

    private static Optional<Integer> known(QueryParameters query, String name, List<Publication> versions) {
        return query.getSingleParameter(name)
                .filter(text -> text.matches("\\d{1," + LONGEST + "}"))
                .map(Integer::valueOf)
                .filter(asked -> versions.stream().anyMatch(version -> version.version() == asked));
    }
}
