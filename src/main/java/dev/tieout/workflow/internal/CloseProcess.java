package dev.tieout.workflow.internal;

import dev.tieout.closing.CloseState;
import dev.tieout.closing.Closes;
import dev.tieout.organisation.OrganisationId;
import dev.tieout.policy.Policies;
import dev.tieout.tasks.TaskKind;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A period's close: one instance for each. */
@Component
class CloseProcess implements DrivenProcess {

    private final PeriodCloseModel model;
    private final Closes closes;
    private final Policies policies;
    private final OvertakenTasks overtaken;

    CloseProcess(PeriodCloseModel model, Closes closes, Policies policies, OvertakenTasks overtaken) {
        this.model = model;
        this.closes = closes;
        this.policies = policies;
        this.overtaken = overtaken;
    }

    @Override
    public ProcessModel model() {
        return model;
    }

    @Override
    public Optional<Start> start(OrganisationId organisation, Map<String, Object> about) {
        long closeId = Long.parseLong(String.valueOf(about.get("closeId")));
        var close = closes.withKey(closeId);
        if (close.processInstanceKey() != null) {
            return Optional.empty();
        }
        int days = policies.version(close.policyVersion()).choices().taskSlaDays();
        return Optional.of(new Start(
                organisation + "/" + close.period(),
                "close-" + closeId,
                Map.of(
                        "organisation",
                        organisation.value(),
                        "closeId",
                        closeId,
                        "period",
                        close.period(),
                        "taskSla",
                        "P" + days + "D")));
    }

    @Override
    public void driven(StepJob job) {
        if (closes.withKey(job.closeId()).processInstanceKey() == null) {
            closes.drivenBy(job.closeId(), job.processInstance());
        }
    }

    @Override
    public void troubled(StepJob job, String sentence) {
        closes.troubled(job.closeId(), model.nameOf(job.element()), sentence);
    }

    @Override
    public Optional<Map<String, Object>> overtaken(StepJob job, TaskKind kind) {
        return overtaken.isOvertaken(job, kind) ? Optional.of(overtaken.goesOnWith(job.closeId())) : Optional.empty();
    }

    /** A breach stays on show while people resolve it. */
    @Override
    public void waits(StepJob job, TaskKind kind) {
        if (kind != TaskKind.RESOLVE_BREACH) {
            var before = closes.withKey(job.closeId()).state();
            closes.entered(job.closeId(), standing(kind, before), model.nameOf(job.element()));
        }
    }

    private static CloseState standing(TaskKind kind, CloseState before) {
        return switch (kind) {
            case PROVIDE_SOURCES -> before == CloseState.REJECTED ? CloseState.REJECTED : CloseState.AWAITING_SOURCES;
            case RESOLVE_IMPORT -> CloseState.AWAITING_SOURCES;
            case RESOLVE_UNCLASSIFIED, APPROVE_CLASSIFICATION -> CloseState.IN_REVIEW;
            case RESOLVE_VARIANCES -> CloseState.PROVISIONAL;
            case SIGN_OFF -> PublicationSteps.provisionalOrReconciling(before);
            default -> before;
        };
    }
}
