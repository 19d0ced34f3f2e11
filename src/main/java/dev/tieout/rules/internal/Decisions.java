package dev.tieout.rules.internal;

import dev.tieout.rules.MovementDecision;
import dev.tieout.rules.MovementFact;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTables;
import dev.tieout.rules.VarianceDecision;
import dev.tieout.rules.VarianceFact;
import java.util.List;
import java.util.function.ToLongFunction;

/** Runs batches through tables. Knows nothing of where a table is kept. */
final class Decisions {

    private final CompiledTables compiled = new CompiledTables();

    List<MovementDecision> classify(DecisionTable table, int version, List<MovementFact> batch) {
        check(batch, MovementFact::id);
        var hits = new MovementHits(new PinnedTable(table.schema().name(), version));
        compiled.of(table).run(batch, hits);
        return batch.stream().map(hits::decisionFor).toList();
    }

    List<VarianceDecision> suggestCauses(DecisionTable table, int version, List<VarianceFact> batch) {
        check(batch, VarianceFact::id);
        var hits = new VarianceHits(new PinnedTable(table.schema().name(), version));
        compiled.of(table).run(batch, hits);
        return batch.stream().map(hits::decisionFor).toList();
    }

    private static <F> void check(List<F> batch, ToLongFunction<F> id) {
        if (batch.size() > RuleTables.BATCH_LIMIT) {
            throw new IllegalArgumentException("A batch has at most " + RuleTables.BATCH_LIMIT + " facts");
        }
        if (batch.stream().mapToLong(id).distinct().count() != batch.size()) {
            throw new IllegalArgumentException("Two facts of a batch have the same id");
        }
    }
}
