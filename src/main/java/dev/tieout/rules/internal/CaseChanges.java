package dev.tieout.rules.internal;

import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Role;
import dev.tieout.rules.RuleCases.CaseStands;
import dev.tieout.rules.RuleCases.WritesInTheTable;
import dev.tieout.rules.RuleTableVersion.State;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who changes a golden case that stands. It is what holds a version back, so it is not for the writer of one to change: an approver
 * does, and not one who is writing in that table as well.
 */
@Component
class CaseChanges {

    private final RuleVersions versions;
    private final CurrentActor currentActor;

    CaseChanges(RuleVersions versions, CurrentActor currentActor) {
        this.versions = versions;
        this.currentActor = currentActor;
    }

    /**
     * Refuses a person who may not change these cases.
     *
     * @param names never empty
     */
    void require(String table, List<String> names) {
        var person = currentActor.get();
        if (person.isSystem()) {
            return;
        }
        if (!person.has(Role.APPROVER)) {
            throw new CaseStands(names);
        }
        Stream.of(State.DRAFT, State.IN_REVIEW)
                .flatMap(state -> versions.findByRuleTableAndState(table, state).stream())
                .filter(version -> version.editors().contains(person.name()))
                .findFirst()
                .ifPresent(version -> {
                    throw new WritesInTheTable(version.version());
                });
    }
}
