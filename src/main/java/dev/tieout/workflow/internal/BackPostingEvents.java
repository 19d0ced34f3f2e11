package dev.tieout.workflow.internal;

import dev.tieout.backpostings.BackPostingRaised;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A note that was raised, handed to its process in the transaction that raised it. */
@Component
@WithEngine
class BackPostingEvents {

    private final EngineCommands commands;
    private final BackPostingModel model;

    BackPostingEvents(EngineCommands commands, BackPostingModel model) {
        this.commands = commands;
        this.model = model;
    }

    @EventListener
    void on(BackPostingRaised raised) {
        commands.start(model.id(), Map.of("backPostingId", raised.backPostingId()));
    }
}
