package dev.tieout.workflow.internal;

import dev.tieout.rulechanges.RuleChange;
import dev.tieout.rulechanges.RuleChanges;
import dev.tieout.tasks.Tasks;
import java.util.List;
import org.springframework.stereotype.Component;

/** Submitted versions that nobody has decided yet; people can also start one again that is shown to stand still. */
@Component
@WithEngine
class WatchedRuleChanges implements Watched {

    private final RuleChanges changes;
    private final Tasks tasks;
    private final EngineCommands commands;
    private final RuleChangeModel model;
    private final Leases leases;

    WatchedRuleChanges(
            RuleChanges changes, Tasks tasks, EngineCommands commands, RuleChangeModel model, Leases leases) {
        this.changes = changes;
        this.tasks = tasks;
        this.commands = commands;
        this.model = model;
        this.leases = leases;
    }

    @Override
    public List<UnderWay> underWay() {
        return changes.undecided().stream()
                .filter(change -> change.trouble() == null)
                .filter(change -> !leases.isAtWork(change.subject()))
                .filter(change -> tasks.openAbout(change.subject()).isEmpty())
                .map(this::underWay)
                .toList();
    }

    private UnderWay underWay(RuleChange change) {
        var version = change.version().pinned();
        return new UnderWay(
                change.subject(),
                "with this version",
                change.processInstanceKey() != null,
                change.movedAt(),
                () -> commands.start(model.id(), RuleChangeProcess.about(version)),
                sentence -> changes.troubled(version, sentence));
    }
}
