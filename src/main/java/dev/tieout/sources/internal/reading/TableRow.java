package dev.tieout.sources.internal.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of a file.
 *
 * @param line where it begins, from 1: a line of a text, a row of a sheet
 * @param cells as they stand in the file, quotes and escapes undone; of a row with a problem what could be read of it
 * @param problem why it cannot be read as a row, to follow it in a sentence; null for a row that can
 */
public record TableRow(
        long line, List<String> cells, @Nullable String problem) {

    /** Whether nothing stands in it. */
    public boolean isBlank() {
        return problem == null && cells.stream().allMatch(String::isBlank);
    }
}
