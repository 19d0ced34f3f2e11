package dev.tieout.rulechanges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.audit.AuditEntry;
import dev.tieout.audit.AuditTrail;
import dev.tieout.closing.Closes;
import dev.tieout.organisation.Actor;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.rulechanges.RuleChange.Found;
import dev.tieout.rulechanges.RuleChange.Step;
import dev.tieout.rulechanges.RuleChanges.RuleChangeRefused;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleCases;
import dev.tieout.rules.RuleDrafts;
import dev.tieout.rules.RuleDrafts.RuleVersionRefused;
import dev.tieout.rules.RuleTableVersion.State;
import dev.tieout.rules.RuleTables;
import dev.tieout.tasks.Decision;
import dev.tieout.tasks.Task;
import dev.tieout.tasks.TaskKind;
import dev.tieout.tasks.Tasks;
import dev.tieout.tasks.Tasks.NewTask;
import dev.tieout.tasks.Tasks.SeparationOfDuties;
import dev.tieout.tasks.Tasks.TaskRefused;
import dev.tieout.terms.Period;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What becomes of a submitted version, step by step as its process takes it. */
@DatabaseTest
@RecordApplicationEvents
class RuleChangesTest {

    private static final AtomicLong ENGINE_KEYS = new AtomicLong(3_000_000_000L);

    @Autowired
    Given given;

    @Autowired
    RuleChanges changes;

    @Autowired
    RuleDrafts drafts;

    @Autowired
    RuleTables tables;

    @Autowired
    RuleCases cases;

    @Autowired
    Tasks tasks;

    @Autowired
    Closes closes;

    @Autowired
    AuditTrail audit;

    @Autowired
    CurrentActor currentActor;

    @Autowired
    ApplicationEvents events;

    GivenOrganisation ours;
    PinnedTable version;

    @BeforeEach
    void submitted() {
        ours = given.organisation();
        version = new GivenRuleChange(drafts).submitted(ours, "2026-12");
    }

    @Test
    void a_submitted_version_sets_out_on_its_way_and_is_analysed_once_more() {
        assertThat(events.stream(RuleChangeBegun.class)).containsExactly(new RuleChangeBegun(version));
        assertThat(change().step()).isEqualTo(Step.ANALYSIS);

        assertThat(analysed()).isEqualTo(Found.SOUND);

        assertThat(change().step()).isEqualTo(Step.BACK_TEST);
        assertThat(change().goldenCases()).isGreaterThan(20);
        assertThat(Optional.ofNullable(change().analysis()))
                .hasValueSatisfying(found -> assertThat(found.overlaps()).isNotEmpty());
    }

    @Test
    void approval_is_the_end_of_its_task_and_nobody_who_wrote_in_it_ends_it() {
        var task = waiting();
        assertThatExceptionOfType(SeparationOfDuties.class)
                .isThrownBy(() -> currentActor.callAs(
                        writerWhoApproves(), () -> tasks.complete(task.key(), Decision.APPROVE, null)));

        ours.as("approver", () -> tasks.complete(task.key(), Decision.APPROVE, "Agreed with finance"));

        assertThat(state()).isEqualTo(State.APPROVED);
        assertThat(ours.as("manager", () -> tables.approvedFor(Period.parse("2026-12"))))
                .containsEntry(version.table(), 2);
        assertThat(ours.as("manager", () -> tables.approvedFor(Period.parse("2026-11"))))
                .containsEntry(version.table(), 1);
        assertThat(ours.asSystem(() -> changes.analyse(version))).isEqualTo(Found.DECIDED);
    }

    /** The analyst who wrote it, had they the other role as well. */
    private Actor writerWhoApproves() {
        return new Actor(ours.id(), ours.person("analyst").name(), Set.of(Role.ANALYST, Role.APPROVER));
    }

    @Test
    void a_rejection_says_why_and_going_on_from_it_is_what_its_task_asks_for() {
        var task = waiting();
        assertThatExceptionOfType(TaskRefused.class)
                .isThrownBy(() -> ours.as("approver", () -> tasks.complete(task.key(), Decision.REJECT, " ")));
        ours.as("approver", () -> changes.decide(version, Decision.REJECT, "100 is too much"));
        assertThat(state()).isEqualTo(State.REJECTED);

        var revision = open(TaskKind.REVISE_RULE_VERSION);
        var next = ours.as("analyst2", () -> drafts.begin(version, "Falls of less than 10"));

        assertThat(next.version().basedOn()).isEqualTo(version.version());
        var ended = ours.as("manager", () -> tasks.task(revision.key()));
        assertThat(ended.state()).isEqualTo(Task.State.COMPLETED);
        assertThat(ended.comment()).isEqualTo("Version 3 goes on from it.");
    }

    @Test
    void a_version_that_a_new_golden_case_breaks_is_sent_back() {
        var shipped = ours.as("analyst", () -> cases.of(version.table())).getFirst();
        ours.as(
                "analyst2",
                () -> cases.keep(
                        version.table(),
                        "Ours is churn",
                        shipped.given(),
                        Map.of("class", "CHURN", "reason", "OTHER")));

        assertThat(analysed()).isEqualTo(Found.UNSOUND);

        assertThat(state()).isEqualTo(State.REJECTED);
        assertThat(ours.as("manager", () -> tables.content(version)).version().decisionComment())
                .contains("the golden case “Ours is churn” expects CHURN");
    }

    @Test
    void a_version_whose_period_was_opened_meanwhile_is_not_approved_and_stays_undecided() {
        var task = waiting();
        ours.as("analyst", () -> closes.open(Period.parse("2026-12")));

        assertThatExceptionOfType(RuleVersionRefused.class)
                .isThrownBy(() -> ours.as("approver", () -> tasks.complete(task.key(), Decision.APPROVE, null)))
                .withMessageContaining("2026-12 has been opened");

        assertThat(state()).isEqualTo(State.IN_REVIEW);
        assertThat(ours.as("manager", () -> tasks.task(task.key())).isOpen()).isTrue();
    }

    @Test
    void nobody_decides_before_the_task_is_there() {
        assertThatExceptionOfType(RuleChangeRefused.class)
                .isThrownBy(() -> ours.as("approver", () -> changes.decide(version, Decision.APPROVE, null)))
                .withMessageContaining("still being analysed");
    }

    @Test
    void only_a_version_that_is_stuck_is_started_again() {
        assertThatExceptionOfType(RuleChangeRefused.class)
                .isThrownBy(() -> ours.as("analyst", () -> changes.restart(version)))
                .withMessageContaining("is not stuck");
        ours.asSystem(() -> changes.drivenBy(version, 7));
        ours.asSystem(() -> changes.troubled(version, "Nothing has happened for 11 minutes with this version."));

        var again = ours.as("analyst", () -> changes.restart(version));

        assertThat(again.trouble()).isNull();
        assertThat(again.processInstanceKey()).isNull();
        assertThat(events.stream(RuleChangeBegun.class)).hasSize(2);
        assertThat(ours.as("manager", () -> audit.latest(Long.MAX_VALUE, 10)))
                .extracting(AuditEntry::action)
                .contains("rule-change-restarted");
    }

    private Found analysed() {
        return ours.asSystem(() -> changes.analyse(version));
    }

    private RuleChange change() {
        return ours.as("manager", () -> changes.find(version)).orElseThrow();
    }

    private State state() {
        return change().version().state();
    }

    private Task waiting() {
        analysed();
        return open(TaskKind.APPROVE_RULE_VERSION);
    }

    private Task open(TaskKind kind) {
        var subject = RuleChange.subject(version);
        return ours.asSystem(
                () -> tasks.open(new NewTask(null, kind, kind.slug(), subject, null, ENGINE_KEYS.incrementAndGet())));
    }
}
