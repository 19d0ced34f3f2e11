package dev.tieout.rules.internal;

import dev.tieout.rules.RuleAnalysis;
import dev.tieout.rules.RuleAnalysis.Finding;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What keeps a table from being submitted, in words. */
final class Objections {

    private static final int SHOWN = 5;

    private Objections() {}

    static String sentence(RuleAnalysis analysis) {
        var all = Stream.of(
                        rows(analysis.neverTrue()),
                        rows(analysis.conflicts()),
                        rows(analysis.masked()),
                        rows(analysis.unfit()),
                        analysis.brokenCases().stream()
                                .map(broken -> "the golden case “" + broken.name() + "” expects " + broken.expected()
                                        + " and gets " + broken.actual())
                                .toList())
                .flatMap(List::stream)
                .toList();
        String more = all.size() > SHOWN ? "; and " + (all.size() - SHOWN) + " more" : "";
        return "The version cannot be submitted yet: "
                + all.stream().limit(SHOWN).collect(Collectors.joining("; ")) + more + ".";
    }

    private static List<String> rows(List<Finding> findings) {
        return findings.stream()
                .map(finding -> "row " + finding.row() + " " + finding.sentence())
                .toList();
    }
}
