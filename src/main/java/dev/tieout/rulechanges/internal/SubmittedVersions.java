package dev.tieout.rulechanges.internal;

import dev.tieout.audit.AuditTrail;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.rulechanges.RuleChange;
import dev.tieout.rulechanges.RuleChange.Found;
import dev.tieout.rulechanges.RuleChange.Step;
import dev.tieout.rulechanges.RuleChangeBegun;
import dev.tieout.rulechanges.RuleChanges;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleAnalysis;
import dev.tieout.rules.RuleCase;
import dev.tieout.rules.RuleCases;
import dev.tieout.rules.RuleDraftBegun;
import dev.tieout.rules.RuleDrafts;
import dev.tieout.rules.RuleTables;
import dev.tieout.rules.RuleVersionSubmitted;
import dev.tieout.tasks.Decision;
import dev.tieout.tasks.Task;
import dev.tieout.tasks.TaskKind;
import dev.tieout.tasks.Tasks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class SubmittedVersions implements RuleChanges {

    private final RuleChangeRecords records;
    private final RuleDrafts drafts;
    private final RuleCases cases;
    private final RuleTables tables;
    private final Tasks tasks;
    private final CurrentActor currentActor;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    SubmittedVersions(
            RuleChangeRecords records,
            RuleDrafts drafts,
            RuleCases cases,
            RuleTables tables,
            Tasks tasks,
            CurrentActor currentActor,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.records = records;
        this.drafts = drafts;
        this.cases = cases;
        this.tables = tables;
        this.tasks = tasks;
        this.currentActor = currentActor;
        this.audit = audit;
        this.events = events;
    }

    @EventListener
    void on(RuleVersionSubmitted submitted) {
        records.add(submitted.version());
        events.publishEvent(new RuleChangeBegun(submitted.version()));
    }

    /** Going on from a rejected version is what its task asks for; a task that somebody else holds stays theirs. */
    @EventListener
    void on(RuleDraftBegun begun) {
        var person = currentActor.get().name();
        tasks.openAbout(RuleChange.subject(begun.from())).stream()
                .filter(task -> task.kind() == TaskKind.REVISE_RULE_VERSION)
                .filter(task -> task.assignee() == null || task.assignee().equals(person))
                .forEach(task -> tasks.complete(
                        task.key(), Decision.DONE, "Version " + begun.draft().version() + " goes on from it."));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<RuleChange> find(PinnedTable version) {
        return records.find(version);
    }

    @Override
    @Transactional(readOnly = true)
    public List<RuleChange> undecided() {
        return records.undecided();
    }

    @Override
    public Found analyse(PinnedTable version) {
        currentActor.require();
        if (!of(version).isUndecided()) {
            return Found.DECIDED;
        }
        var analysis = drafts.draft(version).analysis();
        int held = (int)
                cases.of(version.table()).stream().filter(RuleCase::active).count();
        records.analysed(version, analysis, held);
        audit.record("rule-version-analysed", version.inTrail(), null, counts(analysis, held), null);
        if (analysis.isSubmittable()) {
            return Found.SOUND;
        }
        drafts.reject(version, "It no longer holds: " + standsAgainst(analysis));
        return Found.UNSOUND;
    }

    private static Map<String, Object> counts(RuleAnalysis analysis, int held) {
        return Map.of(
                "goldenCases", held,
                "broken", analysis.brokenCases().size(),
                "gaps", analysis.gaps().size(),
                "overlaps", analysis.overlaps().size());
    }

    /** Rows do not change once submitted; what can turn up since is a golden case. */
    private static String standsAgainst(RuleAnalysis analysis) {
        return analysis.brokenCases().stream()
                .findFirst()
                .map(broken -> "the golden case “" + broken.name() + "” expects " + broken.expected() + " and gets "
                        + broken.actual() + ".")
                .orElse("the analysis finds rows that never decide, or answer what no close bears.");
    }

    @Override
    public void backTested(PinnedTable version) {
        currentActor.require();
        records.moved(version, Step.DECISION);
    }

    @Override
    public void waits(PinnedTable version) {
        currentActor.require();
        records.moved(version, Step.DECISION);
    }

    @Override
    public void drivenBy(PinnedTable version, long processInstance) {
        currentActor.require();
        records.drivenBy(version, processInstance);
    }

    @Override
    public void troubled(PinnedTable version, String sentence) {
        currentActor.require();
        records.troubled(version, sentence);
    }

    @Override
    public RuleChange restart(PinnedTable version) {
        currentActor.require(Role.ANALYST, Role.APPROVER, Role.ADMIN);
        var change = of(version);
        if (!change.isUndecided()
                || change.trouble() == null
                || waiting(version).isPresent()) {
            throw new RuleChangeRefused(
                    "rule-change-moves",
                    "Version " + version.version() + " of “" + change.version().title()
                            + "” is not stuck: there is nothing to start again.");
        }
        records.moved(version, Step.ANALYSIS);
        records.drivenBy(version, null);
        audit.record("rule-change-restarted", version.inTrail(), null, null, change.trouble());
        events.publishEvent(new RuleChangeBegun(version));
        return of(version);
    }

    @Override
    public Task decide(PinnedTable version, Decision decision, @Nullable String comment) {
        currentActor.require(Role.APPROVER);
        var task = waiting(version).orElseThrow(() -> nothingWaits(version));
        return tasks.complete(task.key(), decision, comment);
    }

    private RuleChangeRefused nothingWaits(PinnedTable version) {
        var name = "Version " + version.version() + " of “"
                + tables.content(version).version().title() + "”";
        boolean comes = records.find(version).filter(RuleChange::isUndecided).isPresent();
        return new RuleChangeRefused(
                "not-waiting-for-a-decision",
                comes
                        ? name
                                + " is still being analysed and tried on the published periods. Its task opens after that."
                        : name + " is not waiting for approval.");
    }

    private Optional<Task> waiting(PinnedTable version) {
        return tasks.openAbout(RuleChange.subject(version)).stream()
                .filter(task -> task.kind() == TaskKind.APPROVE_RULE_VERSION)
                .findFirst();
    }

    private RuleChange of(PinnedTable version) {
        return records.find(version).orElseThrow(() -> new NeverSubmitted(version));
    }
}
