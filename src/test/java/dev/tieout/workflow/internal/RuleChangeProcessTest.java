package dev.tieout.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Organisations;
import dev.tieout.rulechanges.GivenRuleChange;
import dev.tieout.rulechanges.RuleChange;
import dev.tieout.rulechanges.RuleChanges;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleDrafts;
import dev.tieout.rules.RuleTableVersion.State;
import dev.tieout.rules.RuleTables;
import dev.tieout.tasks.Decision;
import dev.tieout.tasks.Task;
import dev.tieout.tasks.TaskKind;
import dev.tieout.tasks.Tasks;
import dev.tieout.terms.Period;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes of rules with the real engine. */
@SpringBootTest(properties = "tieout.engine.enabled=true")
@Import(Given.class)
class RuleChangeProcessTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    Given given;

    @Autowired
    RuleDrafts drafts;

    @Autowired
    RuleTables tables;

    @Autowired
    RuleChanges changes;

    @Autowired
    Tasks tasks;

    @Autowired
    StepRunner runner;

    @Autowired
    RuleChangeProcess process;

    @Autowired
    ApplicationContext context;

    GivenOrganisation organisation;
    GivenRuleChange givenChange;

    @BeforeEach
    void an_organisation() {
        organisation = given.organisation();
        givenChange = new GivenRuleChange(drafts);
    }

    @Test
    void a_submitted_version_is_analysed_tried_and_approved_by_another_person() {
        var version = givenChange.submitted(organisation, "2026-12");
        var task = task(version, TaskKind.APPROVE_RULE_VERSION);
        assertThat(task.title()).isEqualTo("Approve Movement classification, version 2");
        assertThat(task.closeId()).isNull();
        assertThat(task.dueAt()).isNotNull();
        assertThat(change(version).analysis()).isNotNull();
        again(version, "analyse-rule-version");
        again(version, "back-test-rule-version");

        organisation.as("approver", () -> tasks.complete(task.key(), Decision.APPROVE, "Agreed"));

        assertThat(change(version).version().state()).isEqualTo(State.APPROVED);
        assertThat(organisation.as("manager", () -> tables.approvedFor(Period.parse("2026-12"))))
                .containsEntry(version.table(), 2);
        again(version, "analyse-rule-version");
        assertThat(change(version).version().state()).isEqualTo(State.APPROVED);
        assertThat(open(version)).isEmpty();
    }

    @Test
    void a_rejected_version_comes_back_to_the_analysts_with_the_comment() {
        var version = givenChange.submitted(organisation, "2026-12");
        var task = task(version, TaskKind.APPROVE_RULE_VERSION);
        organisation.as("approver", () -> tasks.complete(task.key(), Decision.REJECT, "100 is too much"));

        var revision = task(version, TaskKind.REVISE_RULE_VERSION);
        assertThat(change(version).version().decisionComment()).isEqualTo("100 is too much");
        var next = organisation.as("analyst", () -> drafts.begin(version, "Less than 10"));

        assertThat(organisation.as("manager", () -> tasks.task(revision.key())).state())
                .isEqualTo(Task.State.COMPLETED);
        assertThat(next.version().basedOn()).isEqualTo(version.version());
    }

    @Test
    void a_version_whose_process_was_lost_is_started_shown_and_started_again() {
        var version = submittedWithoutAProcess();
        watchIn(2).look(organisation.id());
        var task = task(version, TaskKind.APPROVE_RULE_VERSION);
        assertThat(open(version)).hasSize(1);

        // As the probe does when the engine no longer knows the task.
        organisation.asSystem(() -> tasks.withdraw(task.engineKey() == null ? 0 : task.engineKey()));
        watchIn(9).look(organisation.id());
        assertThat(change(version).trouble()).isNull();
        watchIn(11).look(organisation.id());
        assertThat(change(version).trouble()).isEqualTo("Nothing has happened for 11 minutes with this version.");
        context.getBean(Engine.class)
                .complete(task.engineKey() == null ? 0 : task.engineKey(), Map.of("decision", "approve"));

        organisation.as("analyst", () -> changes.restart(version));

        assertThat(task(version, TaskKind.APPROVE_RULE_VERSION).key()).isGreaterThan(task.key());
        assertThat(change(version).trouble()).isNull();
    }

    @Test
    void a_version_decided_while_its_process_was_away_asks_nobody_again() {
        var version = givenChange.submitted(organisation, "2026-12");
        var task = task(version, TaskKind.APPROVE_RULE_VERSION);
        organisation.as("approver", () -> tasks.complete(task.key(), Decision.APPROVE, null));
        var again = job(version, PersonTasks.JOB_TYPE, Map.of(ProcessModel.KIND_HEADER, "approve-rule-version"));

        context.getBean(PersonTasks.class).open(again);

        assertThat(open(version)).isEmpty();
    }

    /** As if the command to start it had been lost on its way. */
    private PinnedTable submittedWithoutAProcess() {
        return organisation.asSystem(() -> new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .execute(status -> {
                    var version = givenChange.submitted(organisation, "2026-12");
                    context.getBean(JdbcClient.class)
                            .sql("update engine_command set sent_at = created_at where sent_at is null")
                            .update();
                    return version;
                }));
    }

    /** As if the engine had forgotten that the job was done, and delivered it under another key. */
    private void again(PinnedTable version, String jobType) {
        var step = process.all().stream()
                .filter(known -> known.jobType().equals(jobType))
                .findFirst()
                .orElseThrow();
        assertThat(runner.run(job(version, jobType, Map.of()), step)).isInstanceOf(Outcome.Done.class);
    }

    private StepJob job(PinnedTable version, String jobType, Map<String, String> headers) {
        return new StepJob(
                -System.nanoTime(),
                jobType,
                "rule-change",
                "Task_ApproveVersion",
                1,
                organisation.id(),
                null,
                1,
                Map.of("subject", RuleChange.subject(version)),
                headers);
    }

    /** The watch as it will be after some minutes. */
    private ProgressWatch watchIn(long minutes) {
        return new ProgressWatch(
                List.of(context.getBean(WatchedRuleChanges.class)),
                context.getBean(Organisations.class),
                context.getBean(CurrentActor.class),
                context.getBean(PlatformTransactionManager.class),
                Clock.offset(Clock.systemUTC(), Duration.ofMinutes(minutes)),
                Duration.ofMinutes(10));
    }

    private RuleChange change(PinnedTable version) {
        return organisation.as("manager", () -> changes.find(version)).orElseThrow();
    }

    private List<Task> open(PinnedTable version) {
        return organisation.as("manager", () -> tasks.openAbout(RuleChange.subject(version)));
    }

    private Task task(PinnedTable version, TaskKind kind) {
        return await("a task " + kind + " about " + version)
                .atMost(PATIENCE)
                .until(
                        () -> open(version).stream()
                                .filter(task -> task.kind() == kind)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
