package dev.tieout.terms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list over REST.
 *
 * @param next the cursor for the next page, or null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** The largest page anyone gets. */
    public static final int LIMIT = 1_000;

    public Page {
        items = List.copyOf(items);
    }
}
