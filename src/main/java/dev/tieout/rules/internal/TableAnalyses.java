package dev.tieout.rules.internal;

import dev.tieout.rules.RuleAnalysis;
import dev.tieout.rules.RuleAnalysis.BrokenCase;
import dev.tieout.rules.RuleCase;
import dev.tieout.rules.RuleCases;
import dev.tieout.rules.RuleTableRefused;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is to be said of a table as a person writes it. */
@Component
class TableAnalyses {

    private final RuleCases cases;

    TableAnalyses(RuleCases cases) {
        this.cases = cases;
    }

    RuleAnalysis of(String name, String text) {
        try {
            return of(KeptTable.read(name, text));
        } catch (RuleTableRefused refused) {
            return RuleAnalysis.malformed(refused.faults());
        }
    }

    /** A crosswalk looks words up and says nothing of what it lacks: an unknown word is a reject at import. */
    RuleAnalysis of(KeptTable kept) {
        return switch (kept) {
            case StatusCrosswalk _ -> RuleAnalysis.malformed(List.of());
            case DecisionTable table -> of(table);
        };
    }

    private RuleAnalysis of(DecisionTable table) {
        var rows = RowsAnalysis.of(table);
        return new RuleAnalysis(
                List.of(),
                rows.neverTrue(),
                rows.masked(),
                rows.conflicts(),
                rows.overlaps(),
                rows.gaps(),
                broken(table),
                rows.isComplete());
    }

    private List<BrokenCase> broken(DecisionTable table) {
        var reading = new CaseReading(table.schema());
        return cases.of(table.name()).stream()
                .filter(RuleCase::active)
                .flatMap(held -> reading.broken(table, held).stream())
                .toList();
    }
}
