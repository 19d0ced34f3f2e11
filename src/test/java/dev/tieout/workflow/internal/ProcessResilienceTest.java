package dev.tieout.workflow.internal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import dev.tieout.audit.AuditEntry;
import dev.tieout.audit.AuditTrail;
import dev.tieout.closing.CloseState;
import dev.tieout.sources.SourceKind;
import dev.tieout.sources.SourceReceived;
import dev.tieout.tasks.Task;
import dev.tieout.tasks.TaskKind;
import dev.tieout.tasks.Tasks.Filter;
import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What goes wrong around a close, and that it goes on all the same. */
class ProcessResilienceTest extends OnTheEngine {

    @Autowired
    StepRunner runner;

    @Autowired
    StepWorker stepWorker;

    @Autowired
    ClassificationSteps classification;

    @Autowired
    ProcessWorkers workers;

    @Autowired
    TaskProbe probe;

    @Autowired
    Engine engine;

    @Autowired
    CamundaClient client;

    @Autowired
    AuditTrail audit;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ApplicationEventPublisher events;

    @AfterEach
    void workers_poll_again() {
        if (!workers.isRunning()) {
            workers.start();
        }
    }

    @Test
    void a_job_delivered_twice_has_its_effect_once() {
        var close = open();
        close.task(TaskKind.PROVIDE_SOURCES);
        var prepare = step("prepare-shards");
        var job = new StepJob(
                -close.key,
                "prepare-shards",
                "period-close",
                "Task_PrepareShards",
                1,
                organisation.id(),
                close.key,
                1,
                Map.of(),
                Map.of());
        var first = runner.run(job, prepare);
        var second = runner.run(job, prepare);
        assertThat(second).isEqualTo(first);
        verify(movements, times(1)).shards(close.key);
        stepWorker.work(job, prepare);
        verify(movements, times(1)).shards(close.key);
    }

    @Test
    void the_engine_takes_a_second_completion_of_a_job_as_done() {
        var task = open().task(TaskKind.PROVIDE_SOURCES);
        long job = requireNonNull(task.engineKey());
        assertThat(engine.complete(job, Map.of("decision", "done"))).isTrue();
        assertThat(engine.complete(job, Map.of("decision", "done"))).isFalse();
    }

    @Test
    void a_failing_step_is_shown_after_the_third_try_and_goes_on_when_the_cause_is_gone() {
        given(cohort.freeze(anyLong())).willThrow(new IllegalStateException("disk full"));
        var close = open().reaches(CloseState.FAILED);
        assertThat(close.now().trouble()).contains("tried again by itself").doesNotContain("disk full");
        reset(cohort);
        close.task(TaskKind.PROVIDE_SOURCES);
        assertThat(close.now().trouble()).isNull();
    }

    @Test
    void a_task_that_could_not_be_opened_opens_later() {
        var close = open();
        close.task(TaskKind.PROVIDE_SOURCES);
        given(sources.of(close.key))
                .willReturn(List.of(), List.of())
                .willThrow(new IllegalStateException("database away"))
                .willReturn(List.of());
        close.done("analyst", TaskKind.PROVIDE_SOURCES).task(TaskKind.APPROVE_CLASSIFICATION);
    }

    @Test
    void what_people_do_while_the_workers_are_stopped_reaches_the_process_afterwards() {
        var close = open();
        close.task(TaskKind.PROVIDE_SOURCES);
        workers.stop();
        close.done("analyst", TaskKind.PROVIDE_SOURCES);
        assertThat(close.now().step()).isEqualTo("Validate import");
        workers.start();
        close.task(TaskKind.APPROVE_CLASSIFICATION);
        verify(movements, times(3)).classify(eq(close.key), anyInt(), anyInt());
    }

    @Test
    void a_close_opened_while_the_workers_are_stopped_starts_afterwards() {
        workers.stop();
        var close = open();
        workers.start();
        close.task(TaskKind.PROVIDE_SOURCES);
    }

    @Test
    void a_second_start_of_a_running_close_starts_nothing() {
        var close = open();
        close.task(TaskKind.PROVIDE_SOURCES);
        engine.start(
                PeriodCloseModel.START_MESSAGE,
                organisation.id() + "/2026-10",
                "again",
                Map.of("organisation", organisation.id().value(), "closeId", close.key));
        close.done("analyst", TaskKind.PROVIDE_SOURCES)
                .approved("approver", TaskKind.APPROVE_CLASSIFICATION)
                .approved("controller", TaskKind.SIGN_OFF)
                .reaches(CloseState.FINAL);
        assertThat(organisation.as("manager", () -> tasks.list(Filter.COMPLETED, null, 10)))
                .hasSize(3);
        assertThat(organisation.as("manager", () -> tasks.list(Filter.OPEN, null, 10)))
                .isEmpty();
    }

    @Test
    void a_task_whose_service_level_runs_out_is_escalated_once() {
        var close = open();
        close.task(TaskKind.PROVIDE_SOURCES);
        client.newSetVariablesCommand(requireNonNull(close.now().processInstanceKey()))
                .variables(Map.of("taskSla", "PT1S"))
                .send()
                .join();
        var task = close.done("analyst", TaskKind.PROVIDE_SOURCES).task(TaskKind.APPROVE_CLASSIFICATION);
        await().atMost(30, TimeUnit.SECONDS).until(() -> read(task).overdueSince() != null);
        assertThat(read(task).isOpen()).isTrue();
        close.approved("approver", TaskKind.APPROVE_CLASSIFICATION).task(TaskKind.SIGN_OFF);
        assertThat(organisation.as("manager", () -> audit.latest(Long.MAX_VALUE, 100)))
                .extracting(AuditEntry::action)
                .filteredOn("task-overdue"::equals)
                .hasSize(1);
    }

    @Test
    void a_task_of_a_cancelled_process_is_withdrawn() {
        var close = open();
        var task = close.task(TaskKind.PROVIDE_SOURCES);
        client.newCancelInstanceCommand(requireNonNull(close.now().processInstanceKey()))
                .send()
                .join();
        // The engine answers before it has taken the job away.
        await().atMost(30, TimeUnit.SECONDS).until(() -> {
            probe.probe(organisation.id());
            return read(task).state() == Task.State.WITHDRAWN;
        });
    }

    @Test
    void probing_leaves_a_task_that_is_waited_for() {
        var task = open().task(TaskKind.PROVIDE_SOURCES);
        probe.probe(organisation.id());
        assertThat(read(task).isOpen()).isTrue();
    }

    @Test
    void a_file_that_comes_in_during_the_approval_takes_it_back_to_the_import() {
        var close = open().done("analyst", TaskKind.PROVIDE_SOURCES);
        var task = close.task(TaskKind.APPROVE_CLASSIFICATION);
        organisation.as(
                "analyst",
                () -> new TransactionTemplate(transactions)
                        .executeWithoutResult(
                                status -> events.publishEvent(new SourceReceived(close.key, SourceKind.BILLING, 1))));
        close.taskAfter(task);
        assertThat(read(task).state()).isEqualTo(Task.State.WITHDRAWN);
        verify(movements, times(6)).classify(eq(close.key), anyInt(), anyInt());
    }

    @Test
    void pauses_double_up_to_five_minutes() {
        assertThat(StepWorker.pause(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(StepWorker.pause(4)).isEqualTo(Duration.ofSeconds(8));
        assertThat(StepWorker.pause(999)).isEqualTo(Duration.ofMinutes(5));
    }

    private Step step(String jobType) {
        return classification.all().stream()
                .filter(step -> step.jobType().equals(jobType))
                .findFirst()
                .orElseThrow();
    }

    private Task read(Task task) {
        return organisation.as("manager", () -> tasks.task(task.key()));
    }
}
