package dev.tieout.rules.internal;

import dev.tieout.organisation.CurrentActor;
import dev.tieout.rules.MovementSamples;
import dev.tieout.rules.MovementSamples.SampledPeriod;
import dev.tieout.rules.NoSuchRuleTable;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTableRefused;
import dev.tieout.rules.RuleTables;
import dev.tieout.rules.RuleTrials;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Tries versions on movements that are read once for each state of a close and kept in memory, a few periods at a time. */
@Service
class TriedVersions implements RuleTrials {

    private static final int PERIODS = 3;

    private final RuleVersions versions;
    private final BaseVersions bases;
    private final MovementSamples samples;
    private final CurrentActor currentActor;
    private final LinkedHashMap<SampledPeriod, CompletableFuture<SampledFacts>> read =
            new LinkedHashMap<>(16, 0.75f, true);

    TriedVersions(RuleVersions versions, BaseVersions bases, MovementSamples samples, CurrentActor currentActor) {
        this.versions = versions;
        this.bases = bases;
        this.samples = samples;
        this.currentActor = currentActor;
    }

    @Override
    public List<SampledPeriod> periods(String table) {
        return table.equals(RuleTables.MOVEMENT_CLASSIFICATION) ? samples.periods() : List.of();
    }

    @Override
    public Optional<RowHits> hits(PinnedTable version, SampledPeriod period) {
        var facts = facts(period);
        return facts.isDone() ? Optional.of(hits(version, period, facts)) : Optional.empty();
    }

    @Override
    public RowHits waitForHits(PinnedTable version, SampledPeriod period) {
        return hits(version, period, facts(period));
    }

    private RowHits hits(PinnedTable pinned, SampledPeriod period, CompletableFuture<SampledFacts> facts) {
        var version = versions.findByRuleTableAndVersion(pinned.table(), pinned.version())
                .orElseThrow(() -> new NoSuchRuleTable(pinned));
        var table = boxed(version);
        var base = bases.of(version);
        return CountedHits.of(
                period,
                joined(period, facts),
                table,
                base == null ? null : boxedOrNull(base),
                base == null ? null : base.version());
    }

    private static BoxedTable boxed(RuleVersion version) {
        if (KeptTable.read(version.ruleTable(), version.content()) instanceof DecisionTable table) {
            return BoxedTable.of(table);
        }
        throw new NoSuchRuleTable(version.ruleTable());
    }

    private static @Nullable BoxedTable boxedOrNull(RuleVersion base) {
        try {
            return boxed(base);
        } catch (RuleTableRefused _) {
            return null;
        }
    }

    private SampledFacts joined(SampledPeriod period, CompletableFuture<SampledFacts> facts) {
        try {
            return facts.join();
        } catch (CompletionException failed) {
            synchronized (read) {
                read.remove(period, facts);
            }
            if (failed.getCause() instanceof RuntimeException own) {
                throw own;
            }
            throw failed;
        }
    }

    private CompletableFuture<SampledFacts> facts(SampledPeriod period) {
        synchronized (read) {
            var present = read.get(period);
            if (present != null) {
                return present;
            }
            var begun = begin(period);
            read.put(period, begun);
            if (read.size() > PERIODS) {
                read.pollFirstEntry();
            }
            return begun;
        }
    }

    /** As the person who asks, whose organisation alone it reads. */
    private CompletableFuture<SampledFacts> begin(SampledPeriod period) {
        var actor = currentActor.get();
        return CompletableFuture.supplyAsync(
                () -> currentActor.callAs(actor, () -> new SampledFacts(samples.of(period), Schemas.MOVEMENT)),
                work -> Thread.ofVirtual().name("rule-trial").start(work));
    }
}
