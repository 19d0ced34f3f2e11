package dev.tieout.tasks.internal;

import dev.tieout.closing.Contributions;
import dev.tieout.organisation.Actor;
import dev.tieout.tasks.Objection;
import dev.tieout.tasks.Task;
import dev.tieout.tasks.TaskKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Separation of duties: whoever imported, overrode or excluded in a close does not decide about it. */
@Component
class Separation {

    private static final Set<TaskKind> DECIDING = Set.of(TaskKind.APPROVE_CLASSIFICATION, TaskKind.SIGN_OFF);

    private final Contributions contributions;
    private final List<Objection> objections;

    Separation(Contributions contributions, List<Objection> objections) {
        this.contributions = contributions;
        this.objections = objections;
    }

    /** Why the person may not end the task, as a sentence; empty when they may. */
    Optional<String> objection(Task task, Actor person) {
        if (!person.isSystem() && !person.has(task.kind().role())) {
            return Optional.of(
                    "This task is for the role " + task.kind().role().name().toLowerCase(Locale.ROOT) + ".");
        }
        var objection = objections.stream()
                .map(known -> known.to(task, person))
                .flatMap(Optional::stream)
                .findFirst();
        return objection.isPresent() ? objection : handIn(task, person);
    }

    private Optional<String> handIn(Task task, Actor person) {
        var close = task.closeId();
        if (close == null || !DECIDING.contains(task.kind())) {
            return Optional.empty();
        }
        var hands = hands(contributions.of(close, person.name()));
        return hands.isEmpty()
                ? Optional.empty()
                : Optional.of("You " + String.join(" and ", hands)
                        + " in this close, so another person has to decide about it.");
    }

    private static List<String> hands(Set<Contributions.Kind> contributed) {
        List<String> hands = new ArrayList<>();
        if (contributed.contains(Contributions.Kind.IMPORTED)) {
            hands.add("imported sources");
        }
        if (contributed.contains(Contributions.Kind.OVERRODE)) {
            hands.add("overrode movements");
        }
        if (contributed.contains(Contributions.Kind.EXCLUDED)) {
            hands.add("excluded accounts");
        }
        return hands;
    }
}
