package dev.tieout.backtest.internal;

import dev.tieout.backtest.PublishedPeriod;
import dev.tieout.backtest.Variant.Table;
import dev.tieout.movements.Replays.MovementTable;
import dev.tieout.rules.DecisionTables;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTables;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Movement tables to decide by. Compiling one takes a second or more, so those that were written for once are kept for a while. */
@Component
class VariantTables {

    private static final int KEPT = 16;

    private final RuleTables rules;
    private final Map<String, DecisionTables> written = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, DecisionTables> eldest) {
            return size() > KEPT;
        }
    };

    VariantTables(RuleTables rules) {
        this.rules = rules;
    }

    MovementTable of(@Nullable Table table, PublishedPeriod period) {
        return switch (table) {
            case Table.Kept kept -> kept(kept.pinned());
            case Table.Written text -> written(text.csv())::classify;
            case null -> kept(base(RuleTables.MOVEMENT_CLASSIFICATION, period));
        };
    }

    /** The version of a table that a period was published with. */
    static PinnedTable base(String table, PublishedPeriod period) {
        Integer version = period.rules().get(table);
        if (version == null) {
            throw new IllegalStateException(period.period() + " is stamped with no " + table);
        }
        return new PinnedTable(table, version);
    }

    private MovementTable kept(PinnedTable pinned) {
        return batch -> rules.classify(pinned, batch);
    }

    private DecisionTables written(String csv) {
        synchronized (written) {
            return written.computeIfAbsent(
                    csv,
                    text -> DecisionTables.read(Map.of(new PinnedTable(RuleTables.MOVEMENT_CLASSIFICATION, 1), text)));
        }
    }
}
