package dev.tieout.sources.internal;

import dev.tieout.sources.SourceKind;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A saved column mapping, kept as data under {@code profiles/}: which header means which field and how its cells are read. Columns are
 * found by name, never by position.
 *
 * @param kinds what files of this profile can tell
 * @param billingSystem whose status words the crosswalk translates
 * @param attributes whether columns that it does not name are attributes; else they refuse the file
 */
record Profile(
        String name, Set<SourceKind> kinds, @Nullable String billingSystem, boolean attributes, List<Column> columns) {

    static final String GENERIC_SYSTEM = "generic";

    Profile {
        kinds = Set.copyOf(kinds);
        columns = List.copyOf(columns);
    }

    String statusWordsOf() {
        return Objects.requireNonNullElse(billingSystem, GENERIC_SYSTEM);
    }

    /**
     * One column.
     *
     * @param required the file must have it
     * @param blank a cell may be empty
     * @param otherwise the field's value when the column is absent, or a cell is empty and may be
     */
    record Column(
            String header,
            Field field,
            CellRule rule,
            boolean required,
            boolean blank,
            @Nullable String otherwise) {}
}
