package dev.tieout.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tieout.DatabaseTest;
import dev.tieout.Given;
import dev.tieout.GivenOrganisation;
import dev.tieout.audit.AuditEntry;
import dev.tieout.audit.AuditTrail;
import dev.tieout.closing.Closes;
import dev.tieout.closing.Contributions;
import dev.tieout.closing.SignOff;
import dev.tieout.closing.SignOffs;
import dev.tieout.organisation.CurrentActor.NotAllowed;
import dev.tieout.tasks.Tasks.Filter;
import dev.tieout.tasks.Tasks.NewTask;
import dev.tieout.tasks.Tasks.NoSuchTask;
import dev.tieout.tasks.Tasks.SeparationOfDuties;
import dev.tieout.tasks.Tasks.TaskRefused;
import dev.tieout.terms.Period;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@DatabaseTest
@RecordApplicationEvents
class TasksTest {

    private static final AtomicLong ENGINE_KEYS = new AtomicLong(1_000_000_000);

    @Autowired
    Given given;

    @Autowired
    Closes closes;

    @Autowired
    Contributions contributions;

    @Autowired
    SignOffs signOffs;

    @Autowired
    AuditTrail audit;

    @Autowired
    Tasks tasks;

    @Autowired
    ApplicationEvents events;

    GivenOrganisation organisation;
    long close;

    @BeforeEach
    void a_close_is_open() {
        organisation = given.organisation();
        close = organisation
                .as("analyst", () -> closes.open(Period.parse("2026-10")))
                .key();
    }

    @Test
    void the_engine_delivering_a_task_twice_opens_it_once() {
        long key = ENGINE_KEYS.incrementAndGet();
        var wanted = new NewTask(close, TaskKind.PROVIDE_SOURCES, "Provide sources", null, null, key);
        var first = organisation.asSystem(() -> tasks.open(wanted));
        var second = organisation.asSystem(() -> tasks.open(wanted));
        assertThat(second.key()).isEqualTo(first.key());
        assertThat(list("analyst", Filter.OPEN)).hasSize(1);
    }

    @Test
    void a_claimed_task_is_mine_and_no_longer_unassigned() {
        var task = open(TaskKind.APPROVE_CLASSIFICATION);
        organisation.as("approver", () -> tasks.claim(task.key()));
        assertThat(list("approver", Filter.MINE)).extracting(Task::key).containsExactly(task.key());
        assertThat(list("approver2", Filter.MINE)).isEmpty();
        assertThat(list("approver2", Filter.UNASSIGNED)).isEmpty();
        assertThat(list("approver2", Filter.OPEN)).hasSize(1);
    }

    @Test
    void a_task_that_someone_else_holds_is_refused() {
        var task = open(TaskKind.APPROVE_CLASSIFICATION);
        organisation.as("approver", () -> tasks.claim(task.key()));
        refusedAs("task-held", "approver2", () -> tasks.claim(task.key()));
        refusedAs("task-held", "approver2", () -> tasks.complete(task.key(), Decision.APPROVE, null));
    }

    @Test
    void a_released_task_is_anyones_again_and_an_administrator_may_release_it_too() {
        var task = open(TaskKind.APPROVE_CLASSIFICATION);
        organisation.as("approver", () -> tasks.claim(task.key()));
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> organisation.as("approver2", () -> tasks.release(task.key())));
        organisation.as("admin", () -> tasks.release(task.key()));
        assertThat(organisation.as("approver2", () -> tasks.claim(task.key())).assignee())
                .endsWith("approver2");
    }

    @Test
    void the_wrong_role_neither_claims_nor_completes() {
        var task = open(TaskKind.APPROVE_CLASSIFICATION);
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> organisation.as("analyst", () -> tasks.claim(task.key())));
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> complete("manager", task, Decision.APPROVE, null));
        assertThat(organisation.as("analyst", () -> tasks.whyNot(task)))
                .contains("This task is for the role approver.");
    }

    @Test
    void whoever_imported_or_overrode_in_a_close_does_not_approve_it() {
        var task = open(TaskKind.APPROVE_CLASSIFICATION);
        organisation.as("approver", () -> contributions.note(close, Contributions.Kind.OVERRODE));
        assertThatExceptionOfType(SeparationOfDuties.class)
                .isThrownBy(() -> complete("approver", task, Decision.APPROVE, null))
                .withMessage("You overrode movements in this close, so another person has to decide about it.");
        assertThat(complete("approver2", task, Decision.APPROVE, null).state()).isEqualTo(Task.State.COMPLETED);
    }

    @Test
    void whoever_excluded_accounts_does_not_sign_off() {
        var task = open(TaskKind.SIGN_OFF);
        organisation.as("controller", () -> contributions.note(close, Contributions.Kind.EXCLUDED));
        assertThatExceptionOfType(SeparationOfDuties.class)
                .isThrownBy(() -> complete("controller", task, Decision.APPROVE, null));
    }

    @Test
    void approving_signs_and_announces_in_one_transaction() {
        var task = open(TaskKind.APPROVE_CLASSIFICATION);
        var ended = complete("approver", task, Decision.APPROVE, " fine ");
        assertThat(ended.comment()).isEqualTo("fine");
        assertThat(ended.completedBy()).endsWith("approver");
        assertThat(organisation.as("manager", () -> signOffs.of(close)))
                .extracting(SignOff::kind)
                .containsExactly(SignOff.Kind.CLASSIFICATION);
        assertThat(events.stream(TaskCompleted.class)).containsExactly(new TaskCompleted(ended, Decision.APPROVE));
        assertThat(trail()).contains("task-opened", "task-claimed", "task-completed", "signed-off");
    }

    @Test
    void a_rejection_needs_a_comment_and_signs_nothing() {
        var task = open(TaskKind.APPROVE_CLASSIFICATION);
        refusedAs("comment-required", "approver", () -> tasks.complete(task.key(), Decision.REJECT, "  "));
        complete("approver", task, Decision.REJECT, "Account A-7 is no churn");
        assertThat(organisation.as("manager", () -> signOffs.of(close))).isEmpty();
    }

    @Test
    void a_rejected_sign_off_suspends_the_classification() {
        complete("approver", open(TaskKind.APPROVE_CLASSIFICATION), Decision.APPROVE, null);
        complete("controller", open(TaskKind.SIGN_OFF), Decision.REJECT, "Look at A-7 again");
        assertThat(organisation.as("manager", () -> signOffs.of(close)))
                .extracting(SignOff::stands)
                .containsExactly(false);
    }

    @Test
    void a_decision_that_does_not_fit_the_kind_is_refused() {
        var approval = open(TaskKind.APPROVE_CLASSIFICATION);
        var work = open(TaskKind.PROVIDE_SOURCES);
        refusedAs("decision-does-not-fit", "approver", () -> tasks.complete(approval.key(), Decision.DONE, null));
        refusedAs("decision-does-not-fit", "analyst", () -> tasks.complete(work.key(), Decision.APPROVE, null));
    }

    @Test
    void a_decision_about_data_that_changed_since_the_claim_is_refused_until_claimed_again() {
        var task = open(TaskKind.APPROVE_CLASSIFICATION);
        organisation.as("approver", () -> tasks.claim(task.key()));
        organisation.as("analyst", () -> closes.changed(close, SignOff.Kind.CLASSIFICATION, "new file"));
        refusedAs("data-changed", "approver", () -> tasks.complete(task.key(), Decision.APPROVE, null));
        organisation.as("approver", () -> tasks.claim(task.key()));
        assertThat(complete("approver", task, Decision.APPROVE, null).decision())
                .isEqualTo("approve");
    }

    @Test
    void work_on_the_data_is_not_stopped_by_its_own_changes() {
        var task = open(TaskKind.PROVIDE_SOURCES);
        organisation.as("analyst", () -> tasks.claim(task.key()));
        organisation.as("analyst", () -> closes.changed(close, SignOff.Kind.CLASSIFICATION, "my own file"));
        assertThat(complete("analyst", task, Decision.DONE, null).state()).isEqualTo(Task.State.COMPLETED);
    }

    @Test
    void a_task_ends_once() {
        var task = open(TaskKind.PROVIDE_SOURCES);
        complete("analyst", task, Decision.DONE, null);
        refusedAs("task-completed", "analyst2", () -> tasks.complete(task.key(), Decision.DONE, null));
        assertThat(list("manager", Filter.COMPLETED)).hasSize(1);
        assertThat(list("manager", Filter.OPEN)).isEmpty();
    }

    @Test
    void a_withdrawn_task_cannot_be_taken() {
        var task = open(TaskKind.PROVIDE_SOURCES);
        long key = Objects.requireNonNull(task.engineKey());
        organisation.asSystem(() -> tasks.withdraw(key));
        organisation.asSystem(() -> tasks.withdraw(key));
        refusedAs("task-withdrawn", "analyst", () -> tasks.claim(task.key()));
        assertThat(list("analyst", Filter.COMPLETED)).isEmpty();
    }

    @Test
    void a_service_level_runs_out_once() {
        var task = open(TaskKind.PROVIDE_SOURCES);
        organisation.asSystem(() -> tasks.overdue(close, TaskKind.PROVIDE_SOURCES));
        var late = organisation.as("manager", () -> tasks.task(task.key()));
        organisation.asSystem(() -> tasks.overdue(close, TaskKind.PROVIDE_SOURCES));
        assertThat(late.overdueSince()).isNotNull();
        assertThat(organisation.as("manager", () -> tasks.task(task.key()))).isEqualTo(late);
        assertThat(trail()).filteredOn("task-overdue"::equals).hasSize(1);
    }

    @Test
    void a_task_that_belongs_to_no_close_is_found_by_its_subject_claimed_and_decided() {
        var wanted = new NewTask(
                null, TaskKind.REVISE_RULE_VERSION, "Revise it", "rule/x/3", null, ENGINE_KEYS.incrementAndGet());
        var task = organisation.asSystem(() -> tasks.open(wanted));
        assertThat(organisation.as("manager", () -> tasks.openAbout("rule/x/3")))
                .extracting(Task::key)
                .containsExactly(task.key());
        organisation.asSystem(() -> tasks.overdue("rule/x/3", TaskKind.REVISE_RULE_VERSION));
        organisation.as("analyst", () -> tasks.claim(task.key()));
        var ended = complete("analyst", task, Decision.DONE, null);
        assertThat(ended.overdueSince()).isNotNull();
        assertThat(organisation.as("manager", () -> tasks.openAbout("rule/x/3")))
                .isEmpty();
    }

    @Test
    void another_organisation_sees_nothing() {
        var task = open(TaskKind.PROVIDE_SOURCES);
        var other = given.organisation();
        assertThat(other.as("analyst", () -> tasks.list(Filter.OPEN, null, 10))).isEmpty();
        assertThatExceptionOfType(NoSuchTask.class)
                .isThrownBy(() -> other.as("analyst", () -> tasks.claim(task.key())));
    }

    @Test
    void long_lists_come_in_pages() {
        var keys = IntStream.range(0, 5)
                .mapToObj(n -> open(TaskKind.PROVIDE_SOURCES).key())
                .toList();
        var first = organisation.as("analyst", () -> tasks.list(Filter.OPEN, null, 3));
        var second = organisation.as(
                "analyst", () -> tasks.list(Filter.OPEN, first.getLast().key(), 3));
        assertThat(first)
                .extracting(Task::key)
                .containsExactlyElementsOf(keys.reversed().subList(0, 3));
        assertThat(second)
                .extracting(Task::key)
                .containsExactlyElementsOf(keys.reversed().subList(3, 5));
    }

    private Task open(TaskKind kind) {
        var wanted = new NewTask(close, kind, kind.slug() + " for 2026-10", null, null, ENGINE_KEYS.incrementAndGet());
        return organisation.asSystem(() -> tasks.open(wanted));
    }

    private Task complete(String who, Task task, Decision decision, @Nullable String comment) {
        return organisation.as(who, () -> tasks.complete(task.key(), decision, comment));
    }

    private List<Task> list(String who, Filter filter) {
        return organisation.as(who, () -> tasks.list(filter, null, 10));
    }

    private List<String> trail() {
        return organisation.as("manager", () -> audit.latest(Long.MAX_VALUE, 100)).stream()
                .map(AuditEntry::action)
                .toList();
    }

    private void refusedAs(String type, String who, Supplier<?> step) {
        assertThatExceptionOfType(TaskRefused.class)
                .isThrownBy(() -> organisation.as(who, step))
                .satisfies(refused -> assertThat(refused.type()).isEqualTo(type));
    }
}
