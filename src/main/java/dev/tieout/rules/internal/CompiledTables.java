package dev.tieout.rules.internal;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Compiled tables by the SHA-256 of their content, so that equal versions of many organisations share one. The least recently used
 * goes when there are too many. Each content is compiled once: who comes second waits for the first.
 */
final class CompiledTables {

    private static final int KEPT = 64;

    private final LinkedHashMap<String, Slot> byContent = new LinkedHashMap<>(16, 0.75f, true);

    CompiledTable of(DecisionTable table) {
        return slot(table.sha256()).compiled(table);
    }

    private synchronized Slot slot(String content) {
        Slot slot = byContent.computeIfAbsent(content, _ -> new Slot());
        if (byContent.size() > KEPT) {
            byContent.pollFirstEntry();
        }
        return slot;
    }

    private static final class Slot {
        private @Nullable CompiledTable compiled;

        private synchronized CompiledTable compiled(DecisionTable table) {
            CompiledTable present = compiled;
            if (present == null) {
                present = CompiledTable.of(table);
                compiled = present;
            }
            return present;
        }
    }
}
