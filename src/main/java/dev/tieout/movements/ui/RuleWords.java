package dev.tieout.movements.ui;

import dev.tieout.movements.Movement.Verdict;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTableContent.Row;
import dev.tieout.rules.RuleTables;
import dev.tieout.web.ui.Words;
import org.springframework.stereotype.Component;

/** What the row of a decision table says, for people who do not read tables. */
@Component
class RuleWords {

    private final RuleTables rules;

    RuleWords(RuleTables rules) {
        this.rules = rules;
    }

    /** The row's description and sentence; empty when no row took it. */
    String of(Verdict verdict) {
        if (verdict.row() == 0) {
            return "";
        }
        return rules.content(new PinnedTable(verdict.table(), verdict.version())).rows().stream()
                .filter(row -> row.row() == verdict.row())
                .findFirst()
                .map(RuleWords::said)
                .orElse("");
    }

    private static String said(Row row) {
        return row.description().isBlank() ? row.sentence() : row.description() + ". " + row.sentence();
    }

    /** {@code Row 15 of Movement classification, version 1}. */
    static String place(Verdict verdict) {
        var table = Words.label(verdict.table()) + ", version " + verdict.version();
        return verdict.row() == 0 ? "No row of " + table + ", took it" : "Row " + verdict.row() + " of " + table;
    }
}
