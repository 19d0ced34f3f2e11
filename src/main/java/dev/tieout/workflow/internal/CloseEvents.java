package dev.tieout.workflow.internal;

import dev.tieout.closing.CloseChanged;
import dev.tieout.closing.CloseOpened;
import dev.tieout.closing.CloseState;
import dev.tieout.closing.Closes;
import dev.tieout.cohort.CohortCorrected;
import dev.tieout.organisation.Actor;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.sources.SourceReceived;
import dev.tieout.sources.Sources;
import dev.tieout.tasks.Decision;
import dev.tieout.tasks.Task;
import dev.tieout.tasks.TaskCompleted;
import dev.tieout.tasks.TaskKind;
import dev.tieout.tasks.Tasks;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What people do in a close, handed to its process in the transaction in which they do it. */
@Component
@WithEngine
class CloseEvents {

    /** Tasks that are about the movements as classified from certain files. */
    private static final Set<TaskKind> ABOUT_MOVEMENTS =
            Set.of(TaskKind.RESOLVE_UNCLASSIFIED, TaskKind.APPROVE_CLASSIFICATION);

    private final EngineCommands commands;
    private final OvertakenTasks overtaken;
    private final Tasks tasks;
    private final Closes closes;
    private final Sources sources;
    private final PeriodCloseModel model;
    private final CurrentActor currentActor;

    CloseEvents(
            EngineCommands commands,
            OvertakenTasks overtaken,
            Tasks tasks,
            Closes closes,
            Sources sources,
            PeriodCloseModel model,
            CurrentActor currentActor) {
        this.commands = commands;
        this.overtaken = overtaken;
        this.tasks = tasks;
        this.closes = closes;
        this.sources = sources;
        this.model = model;
        this.currentActor = currentActor;
    }

    @EventListener
    void on(CloseOpened opened) {
        commands.start(model.id(), Map.of("closeId", opened.closeId()));
    }

    @EventListener
    void on(TaskCompleted completed) {
        var task = completed.task();
        var close = task.closeId();
        if (task.engineKey() == null || close == null) {
            return;
        }
        goOn(close, task.kind(), completed.decision());
        if (task.kind() == TaskKind.RESOLVE_IMPORT) {
            takeNoteOfRejects(close, task);
        }
    }

    /**
     * Whoever is done with the exceptions has seen the rejected rows that the task was opened for, and leaves them out; else they came
     * back for ever. Rows of a file that came in meanwhile are asked about once more.
     */
    private void takeNoteOfRejects(long closeId, Task task) {
        boolean allSeen = sources.of(closeId).stream()
                .noneMatch(receipt -> receipt.importedAt().isAfter(task.createdAt()));
        if (allSeen) {
            var why = task.comment();
            sources.acknowledgeRejects(
                    closeId, why == null ? "Left out when the import exceptions were resolved" : why);
        }
    }

    /** A new file: nobody needs to look any longer at movements that came from others. */
    @EventListener
    void on(SourceReceived received) {
        if (ClassifiedFiles.decides(received.kind())) {
            overtake(received.closeId(), ABOUT_MOVEMENTS);
        }
    }

    /** The opening is another: what was classified from the former one is classified again. */
    @EventListener
    void on(CohortCorrected corrected) {
        overtake(corrected.closeId(), ABOUT_MOVEMENTS);
    }

    /** What was to be signed off has changed under the controller's hands. */
    @EventListener
    void on(CloseChanged changed) {
        overtake(changed.closeId(), Set.of(TaskKind.SIGN_OFF));
    }

    private void overtake(long closeId, Set<TaskKind> kinds) {
        tasks.openOf(closeId).stream()
                .filter(task -> kinds.contains(task.kind()))
                .forEach(this::overtake);
    }

    private void overtake(Task task) {
        var job = task.engineKey();
        var close = task.closeId();
        if (job != null && close != null) {
            var organisation = currentActor.get().organisation();
            currentActor.runAs(Actor.system(organisation), () -> tasks.withdraw(job));
            commands.complete(job, overtaken.goesOnWith(close));
        }
    }

    /** People see at once that the close has moved on, not only when the next step starts. */
    private void goOn(long closeId, TaskKind kind, Decision decision) {
        boolean rejected = decision == Decision.REJECT;
        switch (kind) {
            case PROVIDE_SOURCES, RESOLVE_IMPORT, RESOLVE_BREACH ->
                enter(closeId, CloseState.CLASSIFYING, "Task_ValidateImport");
            case RESOLVE_UNCLASSIFIED -> enter(closeId, CloseState.CLASSIFYING, "Task_CountUnclassified");
            case APPROVE_CLASSIFICATION ->
                enter(
                        closeId,
                        rejected ? CloseState.REJECTED : CloseState.RECONCILING,
                        rejected ? "Task_ProvideSources" : "Task_ComputeMetrics");
            case RESOLVE_VARIANCES -> enter(closeId, CloseState.PROVISIONAL, "Task_Reconcile");
            case SIGN_OFF ->
                enter(
                        closeId,
                        rejected
                                ? CloseState.IN_REVIEW
                                : PublicationSteps.provisionalOrReconciling(
                                        closes.withKey(closeId).state()),
                        rejected ? "Task_ApproveClassification" : "Task_PublishFinal");
            default -> {}
        }
    }

    private void enter(long closeId, CloseState state, String element) {
        closes.entered(closeId, state, model.nameOf(element));
    }
}
