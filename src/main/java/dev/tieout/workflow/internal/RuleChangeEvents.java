package dev.tieout.workflow.internal;

import dev.tieout.rulechanges.RuleChangeBegun;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A submitted version, handed to its process in the transaction that submits it. */
@Component
@WithEngine
class RuleChangeEvents {

    private final EngineCommands commands;
    private final RuleChangeModel model;

    RuleChangeEvents(EngineCommands commands, RuleChangeModel model) {
        this.commands = commands;
        this.model = model;
    }

    @EventListener
    void on(RuleChangeBegun begun) {
        commands.start(model.id(), RuleChangeProcess.about(begun.version()));
    }
}
