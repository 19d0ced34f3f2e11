package dev.tieout.workflow.internal;

import dev.tieout.organisation.OrganisationId;
import dev.tieout.tasks.TaskKind;
import java.util.Map;
import java.util.Optional;

/** One of the product's processes: its model, how an instance starts, and who hears what becomes of it. */
interface DrivenProcess {

    ProcessModel model();

    /**
     * How an instance starts; empty when one drives the thing already, for after its end the engine would take a second start.
     *
     * @param about what the start command says of it
     */
    Optional<Start> start(OrganisationId organisation, Map<String, Object> about);

    /** The instance that a job belongs to drives the thing. */
    void driven(StepJob job);

    /** A step keeps failing; people are to read the sentence. */
    void troubled(StepJob job, String sentence);

    /**
     * What the process goes on with instead of asking a person, when what they were to decide about has changed on the way to the task;
     * empty when it stands. Asked in the transaction that opens the task.
     */
    Optional<Map<String, Object>> overtaken(StepJob job, TaskKind kind);

    /** What people read in their list of tasks. */
    default String title(StepJob job) {
        return model().nameOf(job.element()) + " for " + job.variable("period");
    }

    /** The instance waits for a person now. */
    void waits(StepJob job, TaskKind kind);

    /** A message that starts an instance. */
    record Start(String correlationKey, String messageId, Map<String, Object> variables) {}
}
