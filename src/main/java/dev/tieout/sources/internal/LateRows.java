package dev.tieout.sources.internal;

import dev.tieout.sources.LatePosting.RowKey;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Some of what came late: every such row of some files, or only rows with these names.
 *
 * @param sources the files
 * @param whole all late rows of the files, whatever {@code named} holds
 */
record LateRows(List<Long> sources, boolean whole, Set<RowKey> named) {

    /** That a row of the alias {@code r} is one of them; wants {@link #values()}. */
    static final String AMONG = "r.source_id = any (:sources) and (:whole or (r.source_id, r.line) in"
            + " (select * from unnest(:namedSources::bigint[], :namedLines::bigint[])))";

    LateRows {
        sources = List.copyOf(sources);
        named = Set.copyOf(named);
    }

    static LateRows of(List<Long> sources) {
        return new LateRows(sources, true, Set.of());
    }

    static LateRows named(Set<RowKey> rows) {
        return new LateRows(rows.stream().map(RowKey::source).distinct().toList(), false, rows);
    }

    Map<String, Object> values() {
        return Map.of(
                "sources", sources.toArray(Long[]::new),
                "whole", whole,
                "namedSources", named.stream().map(RowKey::source).toArray(Long[]::new),
                "namedLines", named.stream().map(RowKey::line).toArray(Long[]::new));
    }
}
