package dev.tieout.rules.internal;

import dev.tieout.rules.DecisionTables;
import dev.tieout.rules.MovementDecision;
import dev.tieout.rules.MovementFact;
import dev.tieout.rules.NoSuchRuleTable;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleDraft;
import dev.tieout.rules.VarianceCause;
import dev.tieout.rules.VarianceDecision;
import dev.tieout.rules.VarianceFact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tables read from text and asked as they are. Public because the module's root makes it. */
public final class TablesFromText implements DecisionTables {

    private final Decisions decisions = new Decisions();
    private final Map<String, Numbered> tables;

    private TablesFromText(Map<String, Numbered> tables) {
        this.tables = tables;
    }

    /** Reads every table with every check. */
    public static TablesFromText read(Map<PinnedTable, String> contents) {
        var tables = new HashMap<String, Numbered>();
        contents.forEach((pinned, csv) -> {
            if (KeptTable.read(pinned.table(), csv) instanceof DecisionTable table) {
                tables.put(pinned.table(), new Numbered(table, pinned.version()));
            }
        });
        return new TablesFromText(tables);
    }

    /** Rows in the text that is kept of them. */
    public static String text(String table, List<RuleDraft.Row> rows) {
        return KeptTable.read(table, TableForm.of(table).text(rows)).csv();
    }

    @Override
    public List<MovementDecision> classify(List<MovementFact> batch) {
        var asked = table(Schemas.MOVEMENT);
        return decisions.classify(asked.table(), asked.version(), batch);
    }

    @Override
    public List<VarianceDecision> suggestCauses(List<VarianceFact> batch) {
        var asked = table(Schemas.VARIANCE);
        return decisions.suggestCauses(asked.table(), asked.version(), batch);
    }

    @Override
    public Optional<VarianceCause> causeOf(int row) {
        var schema = Schemas.VARIANCE;
        var rows = table(schema).table().rows();
        if (row == 0) {
            return Optional.of(VarianceCause.UNKNOWN);
        }
        if (row < 0 || row > rows.size()) {
            return Optional.empty();
        }
        int answer = schema.columns().size() - 1;
        return Optional.of(
                VarianceCause.valueOf(rows.get(row - 1).cells().get(answer).text()));
    }

    private Numbered table(TableSchema schema) {
        var table = tables.get(schema.name());
        if (table == null) {
            throw new NoSuchRuleTable(schema.name());
        }
        return table;
    }

    private record Numbered(DecisionTable table, int version) {}
}
