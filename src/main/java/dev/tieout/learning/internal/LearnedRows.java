package dev.tieout.learning.internal;

import dev.tieout.closing.Close;
import dev.tieout.closing.Closes;
import dev.tieout.learning.Learned;
import dev.tieout.learning.OverrideLearning;
import dev.tieout.learning.ProposedRow;
import dev.tieout.learning.TriedPeriod;
import dev.tieout.movements.DecidedFacts;
import dev.tieout.movements.DecisionCounts;
import dev.tieout.movements.MovementFilter;
import dev.tieout.movements.Movements;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.policy.Policies;
import dev.tieout.rules.DecisionTables;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleAnalysis;
import dev.tieout.rules.RuleDraft;
import dev.tieout.rules.RuleDrafts;
import dev.tieout.rules.RuleTableVersion;
import dev.tieout.rules.RuleTables;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads a close's movements, works the proposals out and has the analysis look at each. Not read-only: facts need a temporary table. */
@Service
@Transactional
class LearnedRows implements OverrideLearning {

    private final DecidedFacts facts;
    private final DecisionCounts decisions;
    private final Movements movements;
    private final Closes closes;
    private final Policies policies;
    private final RuleTables tables;
    private final RuleDrafts drafts;
    private final DraftsOfProposals taken;
    private final TriedRows tried;
    private final CurrentActor currentActor;

    LearnedRows(
            DecidedFacts facts,
            DecisionCounts decisions,
            Movements movements,
            Closes closes,
            Policies policies,
            RuleTables tables,
            RuleDrafts drafts,
            DraftsOfProposals taken,
            TriedRows tried,
            CurrentActor currentActor) {
        this.facts = facts;
        this.decisions = decisions;
        this.movements = movements;
        this.closes = closes;
        this.policies = policies;
        this.tables = tables;
        this.drafts = drafts;
        this.taken = taken;
        this.tried = tried;
        this.currentActor = currentActor;
    }

    @Override
    public Learned of(long closeId) {
        var close = closes.withKey(closeId);
        var pinned = table(close);
        String currency = policies.version(close.policyVersion()).choices().reportingCurrency();
        if (decisions.of(closeId).overrides() == 0) {
            return new Learned(close.period(), pinned, currency, 0, List.of(), 0, Map.of());
        }
        var tally = tally(closeId);
        var written = TableInWriting.of(drafts.draft(pinned));
        var all = Proposals.from(tally.observations(), written::conditions, written::marksForReview);
        var shown = all.stream()
                .limit(MOST_ROWS)
                .map(row -> withObjections(row, written))
                .toList();
        return new Learned(
                close.period(),
                pinned,
                currency,
                tally.overrides(),
                shown,
                all.size() - shown.size(),
                taken.present(shown, newest()));
    }

    private Tally tally(long closeId) {
        long number = movements.count(closeId, MovementFilter.all());
        if (number > MOST_MOVEMENTS) {
            throw new TooManyMovements(number);
        }
        var tally = new Tally();
        facts.each(closeId, tally::add);
        return tally;
    }

    private ProposedRow withObjections(ProposedRow row, TableInWriting written) {
        var rows = written.with(row, row.row(), DraftsOfProposals.description(row));
        return DraftsOfProposals.judged(row, objections(drafts.analyse(RuleTables.MOVEMENT_CLASSIFICATION, rows)));
    }

    private static List<String> objections(RuleAnalysis analysis) {
        var findings = Stream.of(analysis.neverTrue(), analysis.masked(), analysis.conflicts(), analysis.unfit())
                .flatMap(List::stream)
                .map(finding -> "Row " + finding.row() + " " + finding.sentence() + ".");
        var errors = analysis.errors().stream().map(fault -> fault + ".");
        var broken = analysis.brokenCases().stream()
                .map(one -> "The golden case “" + one.name() + "” expects " + one.expected() + " and would get "
                        + one.actual() + ".");
        return Stream.of(errors, findings, broken).flatMap(some -> some).toList();
    }

    /** In no transaction of its own, so that each period is decided in a transaction that knows of nothing else. */
    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public List<TriedPeriod> backTest(long closeId, String proposal) {
        var classifiedBy = drafts.draft(table(closes.withKey(closeId)));
        var rows = DraftsOfProposals.rows(newest(), classifiedBy, proposal(closeId, proposal));
        return tried.by(DecisionTables.text(RuleTables.MOVEMENT_CLASSIFICATION, rows));
    }

    @Override
    public RuleTableVersion takeIntoDraft(long closeId, String proposal) {
        currentActor.require(Role.ANALYST);
        var close = closes.withKey(closeId);
        return taken.of(close, drafts.draft(table(close)), proposal(closeId, proposal), newest());
    }

    private ProposedRow proposal(long closeId, String proposal) {
        return of(closeId).rows().stream()
                .filter(one -> one.id().equals(proposal))
                .findFirst()
                .orElseThrow(ProposalGone::new);
    }

    private RuleDraft newest() {
        return tables.versions().stream()
                .filter(version -> version.table().equals(RuleTables.MOVEMENT_CLASSIFICATION))
                .filter(version -> version.state() == RuleTableVersion.State.APPROVED)
                .findFirst()
                .map(version -> drafts.draft(version.pinned()))
                .orElseThrow(() -> new IllegalStateException("Every organisation has an approved movement table"));
    }

    private static PinnedTable table(Close close) {
        String table = RuleTables.MOVEMENT_CLASSIFICATION;
        return new PinnedTable(table, close.ruleVersion(table));
    }
}
