package dev.tieout.rules;

import dev.tieout.rules.internal.TablesFromText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decision tables that are at hand as text, asked without a database: the same reading, checking and running as {@link RuleTables}. */
public interface DecisionTables {

    /**
     * Reads and checks tables.
     *
     * @param contents by table and version, as kept ({@link RuleTableContent#csv()})
     * @throws RuleTableRefused when one is not well formed
     * @throws NoSuchRuleTable when there is no table of such a name
     */
    static DecisionTables read(Map<PinnedTable, String> contents) {
        return TablesFromText.read(contents);
    }

    /**
     * Rows as they would be kept: our header, then the rows in canonical writing.
     *
     * @throws RuleTableRefused when a cell is malformed
     * @throws NoSuchRuleTable when there is no table of such a name
     */
    static String text(String table, List<RuleDraft.Row> rows) {
        return TablesFromText.text(table, rows);
    }

    /**
     * The same promises as {@link RuleTables#classify}.
     *
     * @throws NoSuchRuleTable when the contents hold no movement classification
     */
    List<MovementDecision> classify(List<MovementFact> batch);

    /**
     * The same promises as {@link RuleTables#suggestCauses}.
     *
     * @throws NoSuchRuleTable when the contents hold no variance table
     */
    List<VarianceDecision> suggestCauses(List<VarianceFact> batch);

    /** What row {@code row} of the variance table answers. {@link VarianceCause#UNKNOWN} for row 0; empty when there is no such row. */
    Optional<VarianceCause> causeOf(int row);
}
