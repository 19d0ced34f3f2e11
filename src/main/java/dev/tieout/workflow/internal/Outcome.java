package dev.tieout.workflow.internal;

import java.util.Map;

/** How a job ended, as it is stored with its effect and told to the engine as often as it asks. */
sealed interface Outcome {

    record Done(Map<String, Object> variables) implements Outcome {}

    record Raised(String errorCode, String sentence) implements Outcome {}
}
