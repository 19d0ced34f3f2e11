package dev.tieout.workflow.internal;

import dev.tieout.backtest.BackTests;
import dev.tieout.organisation.OrganisationId;
import dev.tieout.policy.Policies;
import dev.tieout.rulechanges.RuleChange;
import dev.tieout.rulechanges.RuleChanges;
import dev.tieout.rulechanges.RuleChanges.NeverSubmitted;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleTableVersion.State;
import dev.tieout.tasks.Decision;
import dev.tieout.tasks.TaskKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A change of rules: one instance for each submitted version. It belongs to no close. */
@Component
class RuleChangeProcess implements DrivenProcess, Steps {

    private static final String SUBJECT = "subject";

    private final RuleChangeModel model;
    private final RuleChanges changes;
    private final BackTests backTests;
    private final Policies policies;

    RuleChangeProcess(RuleChangeModel model, RuleChanges changes, BackTests backTests, Policies policies) {
        this.model = model;
        this.changes = changes;
        this.backTests = backTests;
        this.policies = policies;
    }

    /** What a start command says. */
    static Map<String, Object> about(PinnedTable version) {
        return Map.of(SUBJECT, RuleChange.subject(version));
    }

    @Override
    public ProcessModel model() {
        return model;
    }

    @Override
    public List<Step> all() {
        return List.of(
                Step.beside("analyse-rule-version", this::analyse),
                Step.beside("back-test-rule-version", this::backTested).after(job -> backTests.run(version(job))));
    }

    @Override
    public Optional<Start> start(OrganisationId organisation, Map<String, Object> about) {
        var change = change(String.valueOf(about.get(SUBJECT)));
        if (change.processInstanceKey() != null || !change.isUndecided()) {
            return Optional.empty();
        }
        int days = policies.all().getFirst().choices().taskSlaDays();
        var name = organisation + "/" + change.subject();
        return Optional.of(new Start(
                name,
                name,
                Map.of("organisation", organisation.value(), SUBJECT, change.subject(), "taskSla", "P" + days + "D")));
    }

    @Override
    public void driven(StepJob job) {
        changes.drivenBy(version(job), job.processInstance());
    }

    @Override
    public void troubled(StepJob job, String sentence) {
        changes.troubled(version(job), sentence);
    }

    /** Decided while its process was away: the process takes the decision over, and asks nobody. */
    @Override
    public Optional<Map<String, Object>> overtaken(StepJob job, TaskKind kind) {
        var change = change(job);
        if (kind != TaskKind.APPROVE_RULE_VERSION || change.isUndecided()) {
            return Optional.empty();
        }
        var decision = change.version().state() == State.REJECTED ? Decision.REJECT : Decision.APPROVE;
        return Optional.of(Map.of("decision", decision.slug()));
    }

    @Override
    public String title(StepJob job) {
        var version = change(job).version();
        var name = version.title() + ", version " + version.version();
        return model.nameOf(job.element()).replace("rule version", name);
    }

    @Override
    public void waits(StepJob job, TaskKind kind) {
        changes.waits(version(job));
    }

    private Map<String, Object> analyse(StepJob job) {
        return Map.of("outcome", changes.analyse(version(job)).name().toLowerCase(Locale.ROOT));
    }

    private Map<String, Object> backTested(StepJob job) {
        changes.backTested(version(job));
        return Map.of();
    }

    private RuleChange change(StepJob job) {
        return change(String.valueOf(job.subject()));
    }

    private RuleChange change(String subject) {
        var version = version(subject);
        return changes.find(version).orElseThrow(() -> new NeverSubmitted(version));
    }

    private static PinnedTable version(StepJob job) {
        return version(String.valueOf(job.subject()));
    }

    private static PinnedTable version(String subject) {
        return RuleChange.version(subject).orElseThrow();
    }
}
