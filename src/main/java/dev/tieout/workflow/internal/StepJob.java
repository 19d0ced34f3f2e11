package dev.tieout.workflow.internal;

import dev.tieout.organisation.OrganisationId;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One job of the engine, in a close or about one.
 *
 * @param key the same at every delivery of the job
 * @param process id of the process in its model
 * @param element id of the element of the model
 * @param attempt 1 at first; rises when the job failed, not when its worker vanished
 */
record StepJob(
        long key,
        String type,
        String process,
        String element,
        long processInstance,
        OrganisationId organisation,
        long closeId,
        String period,
        int attempt,
        Map<String, Object> variables,
        Map<String, String> headers) {

    long number(String variable) {
        return ((Number) Objects.requireNonNull(variables.get(variable), variable)).longValue();
    }

    /** What the process is about, when it is less than a close. */
    @Nullable
    String subject() {
        return (String) variables.get("subject");
    }

    @Nullable
    Object variable(String name) {
        return variables.get(name);
    }
}
