package dev.tieout.tasks;

import dev.tieout.organisation.Actor;
import java.util.Optional;

/**
 * What a module knows that keeps a person from deciding a task about one of its own things: who raised a correction does not approve it.
 * Every bean of this type is asked, before a claim and before a decision, for the web UI and the API alike.
 */
@FunctionalInterface
public interface Objection {

    /** Why the person may not decide the task, as a sentence; empty when the module knows nothing against it. */
    Optional<String> to(Task task, Actor person);
}
