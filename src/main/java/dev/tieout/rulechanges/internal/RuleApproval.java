package dev.tieout.rulechanges.internal;

import dev.tieout.organisation.Actor;
import dev.tieout.rulechanges.RuleChange;
import dev.tieout.rules.PinnedTable;
import dev.tieout.rules.RuleDrafts;
import dev.tieout.tasks.Decision;
import dev.tieout.tasks.Objection;
import dev.tieout.tasks.Task;
import dev.tieout.tasks.TaskCompleted;
import dev.tieout.tasks.TaskKind;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A person decides about a version: nobody who wrote in it, and in the transaction in which they say so. */
@Component
class RuleApproval implements Objection {

    private final RuleDrafts drafts;

    RuleApproval(RuleDrafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public Optional<String> to(Task task, Actor person) {
        return task.kind() == TaskKind.APPROVE_RULE_VERSION
                ? Optional.ofNullable(drafts.objection(versionOf(task), person.name()))
                : Optional.empty();
    }

    /** A version whose period has been opened meanwhile is refused here, and the decision with it: it can be rejected. */
    @EventListener
    void on(TaskCompleted completed) {
        var task = completed.task();
        if (task.kind() != TaskKind.APPROVE_RULE_VERSION) {
            return;
        }
        if (completed.decision() == Decision.APPROVE) {
            drafts.approve(versionOf(task), task.comment());
        } else {
            drafts.reject(versionOf(task), Objects.requireNonNull(task.comment(), "a rejection says why"));
        }
    }

    private static PinnedTable versionOf(Task task) {
        return RuleChange.version(task.subject()).orElseThrow();
    }
}
