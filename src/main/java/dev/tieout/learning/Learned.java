package dev.tieout.learning;

import dev.tieout.rules.PinnedTable;
import java.util.List;
import java.util.Map;

/**
 * What the overrides of a close say that the movement table did not.
 *
 * @param table the version that the close was classified by
 * @param currency of every amount
 * @param overrides how many movements have another class or reason than the table gave them, excluded ones left out
 * @param rows the proposals, those first that would have spared most overrides less what else they move; at most {@link OverrideLearning#MOST_ROWS}
 * @param more how many proposals there are beyond those
 * @param drafts the drafts that have a proposed row in them, by the id of the proposal
 */
public record Learned(
        String period,
        PinnedTable table,
        String currency,
        long overrides,
        List<ProposedRow> rows,
        int more,
        Map<String, PinnedTable> drafts) {

    public Learned {
        rows = List.copyOf(rows);
        drafts = Map.copyOf(drafts);
    }
}
