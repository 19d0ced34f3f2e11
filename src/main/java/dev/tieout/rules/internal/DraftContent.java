package dev.tieout.rules.internal;

import dev.tieout.rules.ColumnGuide;
import dev.tieout.rules.RuleTableContent;
import dev.tieout.rules.RuleTableRefused;
import java.util.ArrayList;

/** A draft to read: as a table when it is one already, and as it stands when cells of it are malformed. */
final class DraftContent {

    private DraftContent() {}

    static RuleTableContent of(RuleVersion draft) {
        try {
            var table = KeptTable.read(draft.ruleTable(), draft.content());
            return new RuleTableContent(draft.described(), table.columns(), table.described(), table.csv());
        } catch (RuleTableRefused _) {
            return asItStands(draft);
        }
    }

    private static RuleTableContent asItStands(RuleVersion draft) {
        var form = TableForm.of(draft.ruleTable());
        var rows = new ArrayList<RuleTableContent.Row>();
        for (var row : form.rows(draft.content())) {
            rows.add(new RuleTableContent.Row(rows.size() + 1, row.description(), row.cells(), ""));
        }
        return new RuleTableContent(
                draft.described(),
                form.columns().stream().map(ColumnGuide::label).toList(),
                rows,
                draft.content());
    }
}
