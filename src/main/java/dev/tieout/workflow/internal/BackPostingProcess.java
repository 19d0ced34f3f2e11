package dev.tieout.workflow.internal;

import dev.tieout.backpostings.BackPostingNote;
import dev.tieout.backpostings.BackPostings;
import dev.tieout.closing.Closes;
import dev.tieout.organisation.OrganisationId;
import dev.tieout.policy.Policies;
import dev.tieout.tasks.TaskKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A back-posting note: one instance for each. Its close goes on meanwhile, but not to its final version. */
@Component
class BackPostingProcess implements DrivenProcess, Steps {

    private final BackPostingModel model;
    private final BackPostings notes;
    private final Closes closes;
    private final Policies policies;

    BackPostingProcess(BackPostingModel model, BackPostings notes, Closes closes, Policies policies) {
        this.model = model;
        this.notes = notes;
        this.closes = closes;
        this.policies = policies;
    }

    @Override
    public ProcessModel model() {
        return model;
    }

    @Override
    public List<Step> all() {
        return List.of(Step.beside("apply-back-posting", this::apply));
    }

    @Override
    public Optional<Start> start(OrganisationId organisation, Map<String, Object> about) {
        var note = notes.note(Long.parseLong(String.valueOf(about.get("backPostingId"))));
        if (note.processInstanceKey() != null) {
            return Optional.empty();
        }
        var close = closes.withKey(note.closeId());
        int days = policies.version(close.policyVersion()).choices().taskSlaDays();
        return Optional.of(new Start(
                organisation + "/" + note.subject(),
                "back-posting-" + note.id(),
                Map.of(
                        "organisation", organisation.value(),
                        "closeId", close.key(),
                        "period", close.period(),
                        "subject", note.subject(),
                        "taskSla", "P" + days + "D")));
    }

    @Override
    public void driven(StepJob job) {
        notes.drivenBy(note(job), job.processInstance());
    }

    @Override
    public void troubled(StepJob job, String sentence) {
        notes.troubled(note(job), sentence);
    }

    /** A note stays as it was raised. The close's row is held before the task's, as for all tasks of a close. */
    @Override
    public Optional<Map<String, Object>> overtaken(StepJob job, TaskKind kind) {
        closes.holdRevision(job.closeId());
        return Optional.empty();
    }

    @Override
    public void waits(StepJob job, TaskKind kind) {
        notes.drivenBy(note(job), job.processInstance());
        if (notes.note(note(job)).trouble() != null) {
            notes.troubled(note(job), null);
        }
    }

    private Map<String, Object> apply(StepJob job) {
        notes.apply(note(job));
        return Map.of();
    }

    private static long note(StepJob job) {
        return BackPostingNote.idOf(Objects.requireNonNull(job.subject(), "the back-posting note"));
    }
}
