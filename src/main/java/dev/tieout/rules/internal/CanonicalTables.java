package dev.tieout.rules.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The tables that the product ships in {@code rules/}: version 1 of every organisation. */
final class CanonicalTables {

    private CanonicalTables() {}

    /** The file's text. */
    static String text(String table) {
        String resource = "/rules/" + table + ".csv";
        try (var stream = CanonicalTables.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("The product ships without " + resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DecisionTable decisionTable(TableSchema schema) {
        return TableReader.read(schema, text(schema.name()));
    }
}
