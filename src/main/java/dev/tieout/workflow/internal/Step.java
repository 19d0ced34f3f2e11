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
 * @param modelled the facts that the model has a way for
 */
record Step(String jobType, @Nullable UnaryOperator<CloseState> standing, Work work, List<Modelled> modelled) {

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
        return new Step(jobType, before -> standing, work, List.of());
    }

    /** A step beside a close's way, or in a process that belongs to none. */
    static Step beside(String jobType, Work work) {
        return new Step(jobType, null, work, List.of());
    }

    Step on(Class<? extends RuntimeException> fact, String errorCode, Aftermath aftermath) {
        return new Step(jobType, standing, work, List.of(new Modelled(fact, errorCode, aftermath)));
    }

    Optional<Modelled> modelled(RuntimeException thrown) {
        return modelled.stream()
                .filter(known -> known.fact().isInstance(thrown))
                .findFirst();
    }
}
