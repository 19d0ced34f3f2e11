package dev.tieout.tasks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a person ends a task. */
public enum Decision {
    APPROVE,
    REJECT,
    DONE;

    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The decision of a word; empty for any other word. */
    public static Optional<Decision> ofSlug(String word) {
        return Arrays.stream(values())
                .filter(decision -> decision.slug().equals(word))
                .findFirst();
    }
}
