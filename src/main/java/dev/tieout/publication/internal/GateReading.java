package dev.tieout.publication.internal;

import dev.tieout.closing.Close;
import dev.tieout.closing.SignOffs;
import dev.tieout.cohort.Cohort;
import dev.tieout.metrics.Metrics;
import dev.tieout.movements.DecisionCounts;
import dev.tieout.movements.Movements;
import dev.tieout.policy.Policies;
import dev.tieout.publication.Gate;
import dev.tieout.publication.UndecidedNotes;
import dev.tieout.publication.internal.GateFacts.Crosswalk;
import dev.tieout.publication.internal.GateFacts.Figures;
import dev.tieout.publication.internal.GateFacts.Late;
import dev.tieout.publication.internal.GateFacts.OpeningCohort;
import dev.tieout.publication.internal.GateFacts.Tie;
import dev.tieout.reconciliation.Reconciliation;
import dev.tieout.reconciliation.RollForward;
import dev.tieout.reconciliation.TieOut;
import dev.tieout.reconciliation.VarianceOwnership;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTables;
import dev.tieout.sources.Intake;
import dev.tieout.sources.LatePostings;
import dev.tieout.sources.Sources;
import dev.tieout.tasks.Task;
import dev.tieout.tasks.Tasks;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Asks every module what the publish gate has to know of a close, and has it judged. Belongs into the reader's transaction. */
@Component
class GateReading {

    /** The crosswalk's rows for files that name no billing system of their own. */
    private static final String BILLING_SYSTEM = "generic";

    private final Policies policies;
    private final Cohort cohort;
    private final RuleTables rules;
    private final Sources sources;
    private final Intake intake;
    private final LatePostings latePostings;
    private final List<UndecidedNotes> notes;
    private final Movements movements;
    private final DecisionCounts decisions;
    private final Metrics metrics;
    private final Reconciliation reconciliation;
    private final VarianceOwnership owners;
    private final Tasks tasks;
    private final SignOffs signOffs;
    private final Clock clock;

    GateReading(
            Policies policies,
            Cohort cohort,
            RuleTables rules,
            Sources sources,
            Intake intake,
            LatePostings latePostings,
            List<UndecidedNotes> notes,
            Movements movements,
            DecisionCounts decisions,
            Metrics metrics,
            Reconciliation reconciliation,
            VarianceOwnership owners,
            Tasks tasks,
            SignOffs signOffs,
            Clock clock) {
        this.policies = policies;
        this.cohort = cohort;
        this.rules = rules;
        this.sources = sources;
        this.intake = intake;
        this.latePostings = latePostings;
        this.notes = notes;
        this.movements = movements;
        this.decisions = decisions;
        this.metrics = metrics;
        this.reconciliation = reconciliation;
        this.owners = owners;
        this.tasks = tasks;
        this.signOffs = signOffs;
        this.clock = clock;
    }

    /** @param publishedWith policy versions that the close's published versions were made by */
    Gate of(Close close, Set<Integer> publishedWith) {
        var facts = facts(close, publishedWith);
        return new Gate(
                close.period(),
                close.revision(),
                facts.tie().currency(),
                PublishGate.checks(facts),
                facts.tie().open());
    }

    private GateFacts facts(Close close, Set<Integer> publishedWith) {
        long id = close.key();
        var policy = policies.version(close.policyVersion());
        var used = new TreeSet<>(publishedWith);
        used.add(policy.version());
        var open = tasks.openOf(id);
        return new GateFacts(
                policy,
                used,
                new OpeningCohort(
                        close.cohortHash(),
                        cohort.recomputedHash(id),
                        cohort.size(id).accounts()),
                crosswalk(close),
                intake.of(id),
                sources.exceptions(id),
                sources.provisional(id),
                new Late(latePostings.counts(id), undecided(id)),
                movements.counts(id),
                decisions.of(id),
                figures(close),
                tie(close, policy.choices().reportingCurrency()),
                owners.of(id),
                open.size(),
                open.stream().filter(this::isOverdue).map(Task::title).toList(),
                signOffs.of(id));
    }

    private List<Long> undecided(long closeId) {
        return notes.stream().flatMap(known -> known.of(closeId).stream()).toList();
    }

    private boolean isOverdue(Task task) {
        var due = task.dueAt();
        return task.overdueSince() != null || (due != null && due.isBefore(clock.instant()));
    }

    private Crosswalk crosswalk(Close close) {
        int version = close.ruleVersion(RuleTables.STATUS_CROSSWALK);
        var words = rules.crosswalk(new PinnedTable(RuleTables.STATUS_CROSSWALK, version), BILLING_SYSTEM);
        return new Crosswalk(version, words.size());
    }

    private Figures figures(Close close) {
        return new Figures(metrics.total(close.key()).isPresent(), metrics.areCurrent(close.key()), close.trouble());
    }

    private Tie tie(Close close, String currency) {
        long id = close.key();
        var comparedAt = reconciliation.comparedAt(id);
        var rollForward = reconciliation.rollForward(id);
        return new Tie(
                comparedAt.isPresent(),
                comparedAt.isPresent() && comparedAt.getAsLong() >= close.revision(),
                rollForward.map(RollForward::untiedAccounts).orElse(0L),
                rollForward.map(RollForward::untied).orElse(List.of()).stream()
                        .map(RollForward.Untied::account)
                        .toList(),
                reconciliation.totals(id).stream()
                        .mapToLong(TieOut::accounts)
                        .max()
                        .orElse(0),
                currency,
                reconciliation.open(id));
    }
}
