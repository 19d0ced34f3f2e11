package dev.tieout.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.tasks.TaskKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the rest of the product relies on in the model of a close. */
class PeriodCloseModelTest {

    private final PeriodCloseModel model = new PeriodCloseModel();

    @Test
    void every_kind_of_task_that_a_close_waits_for_is_in_the_model() {
        assertThat(List.of(
                        TaskKind.PROVIDE_SOURCES,
                        TaskKind.RESOLVE_IMPORT,
                        TaskKind.RESOLVE_UNCLASSIFIED,
                        TaskKind.APPROVE_CLASSIFICATION,
                        TaskKind.RESOLVE_BREACH,
                        TaskKind.RESOLVE_VARIANCES,
                        TaskKind.SIGN_OFF))
                .allSatisfy(kind -> assertThat(model.elementOf(kind)).isPresent());
        assertThat(model.nameOf(TaskKind.APPROVE_CLASSIFICATION)).isEqualTo("Approve classification");
        assertThat(model.elementNamed("Close final")).contains("EndEvent_Final");
    }

    @Test
    void a_correction_is_approved_in_its_own_model_only() {
        assertThat(model.elementOf(TaskKind.APPROVE_CORRECTION)).isEmpty();
        assertThat(new CorrectionModel().elementOf(TaskKind.APPROVE_CORRECTION)).contains("Task_ApproveCorrection");
    }
}
