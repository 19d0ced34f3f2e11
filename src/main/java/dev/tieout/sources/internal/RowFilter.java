package dev.tieout.sources.internal;

import java.util.List;
import java.util.Locale;

/**
 * Finds rows by one cell, whatever its case.
 *
 * @param header the column, or {@link #HEADING} for the heading above the row
 * @param equals texts that the cell is
 * @param startsWith texts that it begins with
 * @param contains texts that it holds
 * @param except texts that a cell of such a row does not hold
 * @param because what such a row is called where rows that are left out are counted
 */
record RowFilter(
        String header,
        List<String> equals,
        List<String> startsWith,
        List<String> contains,
        List<String> except,
        String because) {

    static final String HEADING = "@heading";

    RowFilter {
        equals = lower(equals);
        startsWith = lower(startsWith);
        contains = lower(contains);
        except = lower(except);
    }

    boolean matches(String cell) {
        var text = cell.strip().toLowerCase(Locale.ROOT);
        boolean found = equals.contains(text)
                || startsWith.stream().anyMatch(text::startsWith)
                || contains.stream().anyMatch(text::contains);
        return found && except.stream().noneMatch(text::contains);
    }

    private static List<String> lower(List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
    }
}
