package dev.tieout.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import dev.tieout.closing.CloseState;
import dev.tieout.closing.SignOff;
import dev.tieout.metrics.InvariantBreached;
import dev.tieout.metrics.InvariantBreached.Breach;
import dev.tieout.publication.Publication.Status;
import dev.tieout.publication.Publications.GateClosed;
import dev.tieout.tasks.TaskKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way through the model, also those that real figures reach only when something is wrong in Tieout. */
class ProcessRoutesTest extends OnTheEngine {

    @Autowired
    Engine engine;

    @Autowired
    PeriodCloseModel model;

    @Test
    void a_close_goes_from_open_to_final() {
        var close = open();
        close.done("analyst", TaskKind.PROVIDE_SOURCES)
                .approved("approver", TaskKind.APPROVE_CLASSIFICATION)
                .approved("controller", TaskKind.SIGN_OFF)
                .reaches(CloseState.FINAL);
        for (int shard = 0; shard < 3; shard++) {
            verify(movements).classify(close.key, shard, 3);
        }
        verify(publications).publish(close.key, Status.FINAL);
        assertThat(close.now().step()).isEqualTo("Close final");
        assertThat(close.now().processInstanceKey()).isNotNull();
    }

    @Test
    void exceptions_of_the_import_come_back_until_resolved() {
        given(sources.exceptions(anyLong())).willReturn(List.of("No billing file is in."));
        var close = open().done("analyst", TaskKind.PROVIDE_SOURCES);
        close.task(TaskKind.RESOLVE_IMPORT);
        given(sources.exceptions(anyLong())).willReturn(List.of());
        close.done("analyst", TaskKind.RESOLVE_IMPORT).task(TaskKind.APPROVE_CLASSIFICATION);
        assertThat(close.now().state()).isEqualTo(CloseState.IN_REVIEW);
    }

    @Test
    void unclassified_movements_wait_for_a_person_and_are_counted_again() {
        unclassified(2);
        var close = open().done("analyst", TaskKind.PROVIDE_SOURCES);
        var first = close.task(TaskKind.RESOLVE_UNCLASSIFIED);
        close.done("analyst", TaskKind.RESOLVE_UNCLASSIFIED);
        close.taskAfter(first);
        unclassified(0);
        close.done("analyst", TaskKind.RESOLVE_UNCLASSIFIED).task(TaskKind.APPROVE_CLASSIFICATION);
        verify(movements, times(3)).classify(eq(close.key), anyInt(), anyInt());
    }

    @Test
    void a_rejected_classification_goes_back_to_the_sources() {
        var close = open();
        var first = close.task(TaskKind.PROVIDE_SOURCES);
        close.done("analyst", TaskKind.PROVIDE_SOURCES)
                .rejected("approver", TaskKind.APPROVE_CLASSIFICATION, "A-7 is no churn");
        close.taskAfter(first);
        assertThat(close.now().state()).isEqualTo(CloseState.REJECTED);
        close.done("analyst", TaskKind.PROVIDE_SOURCES)
                .approved("approver", TaskKind.APPROVE_CLASSIFICATION)
                .approved("controller", TaskKind.SIGN_OFF)
                .reaches(CloseState.FINAL);
    }

    @Test
    void an_open_variance_makes_it_provisional_until_resolved() {
        given(reconciliation.reconcile(anyLong())).willReturn(open(1));
        var close =
                open().done("analyst", TaskKind.PROVIDE_SOURCES).approved("approver", TaskKind.APPROVE_CLASSIFICATION);
        close.task(TaskKind.RESOLVE_VARIANCES);
        assertThat(close.now().state()).isEqualTo(CloseState.PROVISIONAL);
        given(reconciliation.reconcile(anyLong())).willReturn(open(0));
        close.done("controller", TaskKind.RESOLVE_VARIANCES).task(TaskKind.SIGN_OFF);
        assertThat(close.now().state()).isEqualTo(CloseState.PROVISIONAL);
        close.approved("controller2", TaskKind.SIGN_OFF).reaches(CloseState.FINAL);
        verify(publications).publish(close.key, Status.PROVISIONAL);
    }

    @Test
    void a_close_that_began_under_the_former_model_becomes_final_too() {
        engine.deploy(model.xml().replace("=openItems = 0", "=openVariances = 0"), model.file());
        try {
            open().done("analyst", TaskKind.PROVIDE_SOURCES)
                    .approved("approver", TaskKind.APPROVE_CLASSIFICATION)
                    .approved("controller", TaskKind.SIGN_OFF)
                    .reaches(CloseState.FINAL);
        } finally {
            engine.deploy(model.xml(), model.file());
        }
    }

    @Test
    void a_classification_undone_while_variances_are_resolved_is_done_and_approved_again() {
        given(reconciliation.reconcile(anyLong())).willReturn(open(1));
        var close = open().done("analyst", TaskKind.PROVIDE_SOURCES);
        var first = close.task(TaskKind.APPROVE_CLASSIFICATION);
        close.approved("approver", TaskKind.APPROVE_CLASSIFICATION).task(TaskKind.RESOLVE_VARIANCES);
        changed(close);
        close.done("controller", TaskKind.RESOLVE_VARIANCES).taskAfter(first);
        verify(movements, times(6)).classify(eq(close.key), anyInt(), anyInt());
    }

    @Test
    void a_breached_invariant_is_shown_and_resolved_by_a_person() {
        var breach = new Breach("bridge", "The bridge of A-7 does not add up.", List.of("A-7"));
        willThrow(new InvariantBreached(List.of(breach))).given(metrics).compute(anyLong());
        var close = open().done("analyst", TaskKind.PROVIDE_SOURCES);
        var first = close.task(TaskKind.APPROVE_CLASSIFICATION);
        close.approved("approver", TaskKind.APPROVE_CLASSIFICATION).task(TaskKind.RESOLVE_BREACH);
        assertThat(close.now().state()).isEqualTo(CloseState.FAILED);
        assertThat(close.now().trouble()).isEqualTo("The bridge of A-7 does not add up.");
        close.done("analyst", TaskKind.RESOLVE_BREACH).taskAfter(first);
        assertThat(close.now().trouble()).isNull();
    }

    @Test
    void a_rejected_sign_off_goes_back_to_the_approval() {
        var close = open().done("analyst", TaskKind.PROVIDE_SOURCES);
        var first = close.task(TaskKind.APPROVE_CLASSIFICATION);
        close.approved("approver", TaskKind.APPROVE_CLASSIFICATION)
                .rejected("controller", TaskKind.SIGN_OFF, "Churn of A-7 is odd")
                .taskAfter(first);
        close.approved("approver", TaskKind.APPROVE_CLASSIFICATION)
                .approved("controller", TaskKind.SIGN_OFF)
                .reaches(CloseState.FINAL);
    }

    @Test
    void a_change_before_the_sign_off_takes_the_task_away_and_goes_back() {
        var close = open().done("analyst", TaskKind.PROVIDE_SOURCES);
        var first = close.task(TaskKind.APPROVE_CLASSIFICATION);
        close.approved("approver", TaskKind.APPROVE_CLASSIFICATION).task(TaskKind.SIGN_OFF);
        changed(close);
        close.taskAfter(first);
    }

    @Test
    void a_gate_that_closed_after_the_sign_off_goes_back_to_the_import() {
        given(publications.publish(anyLong(), any())).willThrow(new GateClosed("The sign-off no longer stands."));
        var close = open().done("analyst", TaskKind.PROVIDE_SOURCES);
        var first = close.task(TaskKind.APPROVE_CLASSIFICATION);
        close.approved("approver", TaskKind.APPROVE_CLASSIFICATION)
                .approved("controller", TaskKind.SIGN_OFF)
                .taskAfter(first);
    }

    private void changed(DrivenClose close) {
        organisation.as("analyst", () -> closes.changed(close.key, SignOff.Kind.CLASSIFICATION, "overridden"));
    }
}
