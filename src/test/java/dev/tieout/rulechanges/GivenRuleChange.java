package dev.tieout.rulechanges;

import dev.tieout.GivenOrganisation;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleDraft.Row;
import dev.tieout.rules.RuleDrafts;
import dev.tieout.rules.RuleTables;
import dev.tieout.terms.Period;
import java.util.ArrayList;
import java.util.List;

/** Versions of the movement table that an analyst has written and submitted. */
public final class GivenRuleChange {

    public static final PinnedTable SHIPPED = new PinnedTable(RuleTables.MOVEMENT_CLASSIFICATION, 1);

    private final RuleDrafts drafts;

    public GivenRuleChange(RuleDrafts drafts) {
        this.drafts = drafts;
    }

    /** The shipped rows with one that calls small losses of contraction something else first. */
    public PinnedTable drafted(GivenOrganisation organisation, String from) {
        return organisation.as("analyst", () -> {
            var draft = drafts.begin(SHIPPED, "Falls of less than 100 are price, not plan");
            var rows = new ArrayList<>(draft.rows());
            rows.add(rows.size() - 1, smallFalls(draft.columns().size(), rows.getLast()));
            drafts.save(
                    draft.version().pinned(),
                    draft.edition(),
                    rows,
                    Period.parse(from),
                    draft.version().comment());
            return draft.version().pinned();
        });
    }

    public PinnedTable submitted(GivenOrganisation organisation, String from) {
        var draft = drafted(organisation, from);
        organisation.as("analyst", () -> drafts.submit(draft, drafts.ownEdition(draft)));
        return draft;
    }

    /** As the last row, but for falls of less than 100 only, and with another reason. */
    private static Row smallFalls(int columns, Row last) {
        List<String> cells = new ArrayList<>(last.cells());
        if (cells.size() != columns) {
            throw new IllegalStateException("a row has a cell for each column");
        }
        cells.set(cells.indexOf("< 0"), "(-100..0)");
        cells.set(cells.indexOf("DOWNGRADE"), "DISCOUNT_ADDED");
        return new Row("A small fall: a price or a discount", cells);
    }
}
