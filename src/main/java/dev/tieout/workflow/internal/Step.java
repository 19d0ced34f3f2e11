package dev.tieout.workflow.internal;

import dev.tieout.closing.CloseState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One automatic step of the process: a job type and the one service call behind it.
 *
 * @param standing the state of the close while the step is at work, from the state before; null for steps beside a close's way or in a process without one
 * @param ahead what is done before the effect and keeps by itself how far it has come; null mostly
 * @param modelled the facts that the model has a way for
 */
record Step(
        String jobType,
        @Nullable UnaryOperator<CloseState> standing,
        @Nullable Ahead ahead,
        Work work,
        List<Modelled> modelled) {

    /** Long work in transactions of its own; done again it finds what was done. */
    interface Ahead {
        void prepare(StepJob job);
    }

    /** The service call; gives the variables that the process goes on with. */
    interface Work {
        Map<String, Object> perform(StepJob job);
    }

    /**
     * A fact that the model has a way for.
     *
     * @param aftermath what the close remembers of it
     */
    record Modelled(Class<? extends RuntimeException> fact, String errorCode, Aftermath aftermath) {}

    /** What follows from a modelled fact, after everything the step itself did is undone. */
    interface Aftermath {
        void follow(StepJob job, RuntimeException fact);
    }

    static Step of(String jobType, CloseState standing, Work work) {
        return new Step(jobType, before -> standing, null, work, List.of());
    }

    /** A step beside a close's way, or in a process that belongs to none. */
    static Step beside(String jobType, Work work) {
        return new Step(jobType, null, null, work, List.of());
    }

    Step on(Class<? extends RuntimeException> fact, String errorCode, Aftermath aftermath) {
        return new Step(jobType, standing, ahead, work, List.of(new Modelled(fact, errorCode, aftermath)));
    }

    /** The same after long work that keeps by itself how far it has come. */
    Step after(Ahead longWork) {
        return new Step(jobType, standing, longWork, work, modelled);
    }

    void prepare(StepJob job) {
        if (ahead != null) {
            ahead.prepare(job);
        }
    }

    Optional<Modelled> modelled(RuntimeException thrown) {
        return modelled.stream()
                .filter(known -> known.fact().isInstance(thrown))
                .findFirst();
    }
}
