package dev.tieout.rules.internal;

import java.util.List;

/** The decision tables that there are. */
final class Schemas {

    static final TableSchema MOVEMENT = MovementColumns.schema();
    static final TableSchema VARIANCE = VarianceColumns.schema();

    private static final List<TableSchema> ALL = List.of(MOVEMENT, VARIANCE);

    private Schemas() {}

    /** Every generation of a table, the newest first; empty when there is no such decision table. */
    static List<TableSchema> generationsOf(String table) {
        return ALL.stream().filter(schema -> schema.name().equals(table)).toList();
    }
}
