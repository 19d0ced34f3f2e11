package dev.tieout.rules.internal;

import java.util.List;
import java.util.Optional;

/** The decision tables that there are. */
final class Schemas {

    static final TableSchema MOVEMENT = MovementColumns.schema();
    static final TableSchema VARIANCE = VarianceColumns.schema();

    private Schemas() {}

    static Optional<TableSchema> named(String table) {
        return List.of(MOVEMENT, VARIANCE).stream()
                .filter(schema -> schema.name().equals(table))
                .findFirst();
    }
}
