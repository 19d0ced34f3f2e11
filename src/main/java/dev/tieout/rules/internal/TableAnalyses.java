package dev.tieout.rules.internal;

import dev.tieout.rules.RuleAnalysis;
import dev.tieout.rules.RuleTableRefused;
import org.springframework.stereotype.Component;

/** What is to be said of a table as a person writes it. */
@Component
class TableAnalyses {

    RuleAnalysis of(String name, String text) {
        try {
            return of(KeptTable.read(name, text));
        } catch (RuleTableRefused refused) {
            return RuleAnalysis.malformed(refused.faults());
        }
    }

    RuleAnalysis of(KeptTable table) {
        return RuleAnalysis.malformed(java.util.List.of());
    }
}
