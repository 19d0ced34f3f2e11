package dev.tieout.rulechanges.ui;

import dev.tieout.rulechanges.RuleChange;
import dev.tieout.rules.RuleTableVersion;

/** Where a change of rules stands, in a person's words. */
final class RuleChangeWords {

    private RuleChangeWords() {}

    static String name(RuleTableVersion version) {
        return version.title() + ", version " + version.version();
    }

    static String standing(RuleChange change) {
        return switch (change.step()) {
            case ANALYSIS -> "Submitted. Its rows and golden cases are looked at once more.";
            case BACK_TEST ->
                "Submitted. It is being tried on the published periods; its approvers are asked after that.";
            case DECISION -> "Submitted, analysed and tried on the published periods.";
        };
    }

    /** How many golden cases were held, and what came of it. */
    static String goldenCases(RuleChange change) {
        var held = change.goldenCases();
        var analysis = change.analysis();
        if (held == null || analysis == null) {
            return "Golden cases have not been held against it yet.";
        }
        int broken = analysis.brokenCases().size();
        if (held == 0) {
            return "The table has no golden cases.";
        }
        return broken == 0
                ? "All " + held + " golden cases hold."
                : broken + " of " + held + " golden cases " + (broken == 1 ? "breaks." : "break.");
    }
}
