package dev.tieout.rules.internal;

import dev.tieout.rules.RuleAnalysis;
import dev.tieout.rules.RuleAnalysis.BrokenCase;
import dev.tieout.rules.RuleCase;
import dev.tieout.rules.RuleCases;
import dev.tieout.rules.RuleTableRefused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is to be said of a table as a person writes it, and what of that is new since the version that they write from. */
@Component
class TableAnalyses {

    private static final int KEPT = 32;

    private final RuleCases cases;

    /** What was said of versions by their content, which never changes: the same one is asked for at every edit. */
    private final LinkedHashMap<String, RowsAnalysis> bases = new LinkedHashMap<>(16, 0.75f, true);

    TableAnalyses(RuleCases cases) {
        this.cases = cases;
    }

    /**
     * The version that a table is written from.
     *
     * @param content as kept
     */
    record Base(int version, String content) {}

    RuleAnalysis of(String name, String text, @Nullable Base base) {
        try {
            return of(KeptTable.read(name, text), base);
        } catch (RuleTableRefused refused) {
            return RuleAnalysis.malformed(refused.faults());
        }
    }

    /** A crosswalk looks words up and says nothing of what it lacks: an unknown word is a reject at import. */
    RuleAnalysis of(KeptTable kept, @Nullable Base base) {
        return switch (kept) {
            case StatusCrosswalk _ -> RuleAnalysis.malformed(List.of());
            case DecisionTable table -> of(table, base == null ? null : analysed(table, base), base);
        };
    }

    private RuleAnalysis of(DecisionTable table, @Nullable RowsAnalysis before, @Nullable Base base) {
        var rows = RowsAnalysis.of(table, before);
        return new RuleAnalysis(
                List.of(),
                rows.neverTrue(),
                rows.masked(),
                rows.conflicts(),
                rows.unfit(),
                rows.overlaps(),
                rows.gaps(),
                broken(rows.table(), before == null ? null : before.table()),
                rows.isComplete(),
                before == null || base == null ? null : base.version());
    }

    private @Nullable RowsAnalysis analysed(DecisionTable table, Base base) {
        String key = DecisionTable.sha256(base.content());
        synchronized (bases) {
            var known = bases.get(key);
            if (known != null) {
                return known;
            }
        }
        try {
            if (KeptTable.read(table.name(), base.content()) instanceof DecisionTable before
                    && before.schema().equals(table.schema())) {
                return keep(key, RowsAnalysis.of(before));
            }
        } catch (RuleTableRefused _) {
            // A draft may have been begun from a draft that was malformed: nothing can be said of that.
        }
        return null;
    }

    private RowsAnalysis keep(String key, RowsAnalysis analysis) {
        synchronized (bases) {
            bases.put(key, analysis);
            if (bases.size() > KEPT) {
                bases.pollFirstEntry();
            }
            return analysis;
        }
    }

    private List<BrokenCase> broken(BoxedTable table, @Nullable BoxedTable before) {
        var reading = new CaseReading(table.table().schema());
        var held =
                cases.of(table.table().name()).stream().filter(RuleCase::active).toList();
        Set<String> brokenBefore = before == null
                ? Set.of()
                : held.stream()
                        .flatMap(one -> reading.broken(before, one).stream())
                        .map(BrokenCase::name)
                        .collect(Collectors.toSet());
        return held.stream()
                .flatMap(one -> reading.broken(table, one).stream())
                .map(broken -> broken.introduced(before != null && !brokenBefore.contains(broken.name())))
                .toList();
    }
}
