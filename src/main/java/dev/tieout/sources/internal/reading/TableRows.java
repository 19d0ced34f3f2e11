package dev.tieout.sources.internal.reading;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a file in order, one at a time. */
public interface TableRows extends Closeable {

    /** The longest record, in characters: a longer one is a row with a problem. */
    int LONGEST_RECORD = 64 * 1024;

    /** The next row, or null after the last. */
    @Nullable
    TableRow next() throws IOException;

    /** Whether rows leave out the blank cells at their end. */
    default boolean leavesOutBlanks() {
        return false;
    }
}
