package dev.tieout.workflow.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import dev.tieout.organisation.OrganisationId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever is away, a person's job keeps the one try that the engine gave it. */
class TaskWorkerTest {

    private final Engine.Unavailable away = new Engine.Unavailable(new IllegalStateException("stopped"));
    private static final StepJob JOB = new StepJob(
            7,
            PersonTasks.JOB_TYPE,
            "period-close",
            "Task_SignOff",
            1,
            new OrganisationId("acme"),
            1L,
            1,
            Map.of(),
            Map.of());

    private final PersonTasks tasks = mock();
    private final Engine engine = mock();
    private final TaskWorker worker = new TaskWorker(tasks, engine);

    @Test
    void an_engine_away_after_the_commit_only_leaves_the_lease_short() {
        given(engine.renew(anyLong(), any())).willThrow(away);

        assertThatCode(() -> worker.work(JOB)).doesNotThrowAnyException();

        verify(engine, never()).retry(anyLong(), anyInt(), any(), anyString());
    }

    @Test
    void a_database_away_gives_the_job_back_with_its_try() {
        willThrow(new IllegalStateException("no connection")).given(tasks).open(JOB);

        worker.work(JOB);

        verify(engine).retry(eq(7L), eq(1), any(), anyString());
    }

    @Test
    void both_away_leave_the_job_to_its_lease() {
        willThrow(new IllegalStateException("no connection")).given(tasks).open(JOB);
        given(engine.retry(anyLong(), anyInt(), any(), anyString())).willThrow(away);

        assertThatCode(() -> worker.work(JOB)).doesNotThrowAnyException();
    }
}
