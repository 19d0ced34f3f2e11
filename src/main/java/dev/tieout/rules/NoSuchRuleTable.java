package dev.tieout.rules;

import dev.tieout.terms.Refusal;

/** The organisation has no table of that name, or not that version. */
public final class NoSuchRuleTable extends Refusal {

    public NoSuchRuleTable(String table) {
        super(Kind.MISSING, "no-such-rule-table", "There is no rule table “" + table + "”.");
    }

    public NoSuchRuleTable(PinnedTable pinned) {
        super(
                Kind.MISSING,
                "no-such-rule-table",
                "There is no version " + pinned.version() + " of the rule table “" + pinned.table() + "”.");
    }
}
