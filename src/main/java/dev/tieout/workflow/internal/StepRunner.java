package dev.tieout.workflow.internal;

import dev.tieout.closing.Closes;
import dev.tieout.organisation.Actor;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.terms.Refusal;
import dev.tieout.workflow.internal.Step.Modelled;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out a step exactly once: its effect and its outcome are one transaction, committed before the engine hears of it. The product
 * itself acts, in the organisation that the process names.
 */
@Component
class StepRunner {

    private static final String ELSEWHERE = "The step fails and is tried again by itself: ";

    private final JobInbox inbox;
    private final Closes closes;
    private final Processes processes;
    private final CurrentActor currentActor;
    private final TransactionTemplate transaction;

    StepRunner(
            JobInbox inbox,
            Closes closes,
            Processes processes,
            CurrentActor currentActor,
            PlatformTransactionManager transactions) {
        this.inbox = inbox;
        this.closes = closes;
        this.processes = processes;
        this.currentActor = currentActor;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The step's outcome, now or as it was. What the model has no way for is thrown, with nothing changed. */
    Outcome run(StepJob job, Step step) {
        return as(job, () -> inTransaction(() -> begin(job, step)).orElseGet(() -> perform(job, step)));
    }

    /** Carries out something of a job exactly once. */
    Outcome once(StepJob job, Supplier<? extends Outcome> work) {
        return as(job, () -> inTransaction(() -> inbox.once(job, work)));
    }

    /** Tells people what stops the process. */
    void troubled(StepJob job, RuntimeException why) {
        var sentence = why instanceof Refusal refusal
                ? refusal.sentence()
                : ELSEWHERE + why.getClass().getSimpleName() + ". The log says more.";
        as(
                job,
                () -> inTransaction(() -> {
                    processes.of(job).troubled(job, sentence);
                    return sentence;
                }));
    }

    /**
     * In a transaction of its own, so that people see what is at work while it is, and shards of one close do not wait for each other at
     * its row. After a failure the close shows its trouble until the step has succeeded.
     */
    private Optional<Outcome> begin(StepJob job, Step step) {
        var known = inbox.find(job);
        if (known.isEmpty()) {
            processes.of(job).driven(job);
            if (job.attempt() == 1) {
                enter(job, step);
            }
        }
        return known;
    }

    private Outcome perform(StepJob job, Step step) {
        try {
            step.prepare(job);
            return inTransaction(() -> inbox.once(job, () -> {
                if (job.attempt() > 1) {
                    enter(job, step);
                }
                return new Outcome.Done(step.work().perform(job));
            }));
        } catch (RuntimeException thrown) {
            var modelled = step.modelled(thrown).orElseThrow(() -> thrown);
            return inTransaction(() -> inbox.once(job, () -> raised(job, modelled, thrown)));
        }
    }

    private static Outcome raised(StepJob job, Modelled modelled, RuntimeException fact) {
        modelled.aftermath().follow(job, fact);
        return new Outcome.Raised(modelled.errorCode(), String.valueOf(fact.getMessage()));
    }

    private void enter(StepJob job, Step step) {
        var standing = step.standing();
        if (standing != null) {
            var before = closes.withKey(job.closeId()).state();
            closes.entered(
                    job.closeId(),
                    standing.apply(before),
                    processes.of(job).model().nameOf(job.element()));
        }
    }

    private <T> T as(StepJob job, Supplier<T> work) {
        return currentActor.callAs(Actor.system(job.organisation()), work);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }
}
