package dev.tieout.workflow.internal;

import dev.tieout.organisation.OrganisationId;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One job of the engine: in a close, about one, or about something else of the organisation's.
 *
 * @param key the same at every delivery of the job
 * @param process id of the process in its model
 * @param element id of the element of the model
 * @param close null in a process that belongs to no close
 * @param attempt 1 at first; rises when the job failed, not when its worker vanished
 */
record StepJob(
        long key,
        String type,
        String process,
        String element,
        long processInstance,
        OrganisationId organisation,
        @Nullable Long close,
        int attempt,
        Map<String, Object> variables,
        Map<String, String> headers) {

    /** The close of a process that belongs to one. */
    long closeId() {
        return Objects.requireNonNull(close, "the process belongs to no close");
    }

    long number(String variable) {
        return ((Number) Objects.requireNonNull(variables.get(variable), variable)).longValue();
    }

    /** What the process is about, when it is less than a close or none. */
    @Nullable
    String subject() {
        return (String) variables.get("subject");
    }

    /** What the process is about, for the log. */
    String about() {
        var subject = subject();
        return subject == null ? "close " + close : subject;
    }

    @Nullable
    Object variable(String name) {
        return variables.get(name);
    }
}
