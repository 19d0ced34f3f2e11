package dev.tieout.workflow.internal;

import dev.tieout.closing.Closes;
import dev.tieout.corrections.Correction;
import dev.tieout.corrections.Corrections;
import dev.tieout.corrections.Corrections.NumbersChanged;
import dev.tieout.organisation.OrganisationId;
import dev.tieout.policy.Policies;
import dev.tieout.tasks.TaskKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A correction after close: one instance for each note. Its close stays final all the while. */
@Component
class CorrectionProcess implements DrivenProcess, Steps {

    static final String NUMBERS_CHANGED = "NUMBERS_CHANGED";

    private final CorrectionModel model;
    private final Corrections corrections;
    private final Closes closes;
    private final Policies policies;

    CorrectionProcess(
            CorrectionModel model, Corrections corrections, Closes closes, Policies policies, EngineCommands commands) {
        this.model = model;
        this.corrections = corrections;
        this.closes = closes;
        this.policies = policies;
    }

    @Override
    public ProcessModel model() {
        return model;
    }

    @Override
    public List<Step> all() {
        return List.of(
                Step.beside("preview-correction", this::preview),
                Step.beside("apply-correction", this::apply)
                        .on(NumbersChanged.class, NUMBERS_CHANGED, this::previewAgain));
    }

    @Override
    public Optional<Start> start(OrganisationId organisation, Map<String, Object> about) {
        var correction = corrections.correction(Long.parseLong(String.valueOf(about.get("correctionId"))));
        if (correction.processInstanceKey() != null) {
            return Optional.empty();
        }
        var close = closes.withKey(correction.closeId());
        int days = policies.version(close.policyVersion()).choices().taskSlaDays();
        return Optional.of(new Start(
                organisation + "/" + correction.subject(),
                "correction-" + correction.id(),
                Map.of(
                        "organisation", organisation.value(),
                        "closeId", close.key(),
                        "period", close.period(),
                        "subject", correction.subject(),
                        "taskSla", "P" + days + "D")));
    }

    @Override
    public void driven(StepJob job) {
        corrections.drivenBy(correction(job), job.processInstance());
    }

    @Override
    public void troubled(StepJob job, String sentence) {
        corrections.troubled(correction(job), sentence);
    }

    /** A note stays as it was raised. The close's row is held before the task's, as for all tasks of a close. */
    @Override
    public Optional<Map<String, Object>> overtaken(StepJob job, TaskKind kind) {
        closes.holdRevision(job.closeId());
        return Optional.empty();
    }

    @Override
    public void waits(StepJob job, TaskKind kind) {
        corrections.waits(correction(job));
    }

    private Map<String, Object> preview(StepJob job) {
        return Map.of("refused", corrections.preview(correction(job)) == Correction.State.REFUSED);
    }

    private Map<String, Object> apply(StepJob job) {
        corrections.apply(correction(job));
        return Map.of();
    }

    private void previewAgain(StepJob job, RuntimeException fact) {
        corrections.previewAgain(correction(job), String.valueOf(fact.getMessage()));
    }

    private static long correction(StepJob job) {
        var subject = Objects.requireNonNull(job.subject(), "the correction");
        return Long.parseLong(subject.substring(subject.lastIndexOf('/') + 1));
    }
}
