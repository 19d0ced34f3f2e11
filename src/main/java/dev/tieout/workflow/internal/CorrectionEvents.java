package dev.tieout.workflow.internal;

import dev.tieout.corrections.CorrectionRaised;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A note that was raised, handed to its process in the transaction that raised it. */
@Component
@WithEngine
class CorrectionEvents {

    private final EngineCommands commands;
    private final CorrectionModel model;

    CorrectionEvents(EngineCommands commands, CorrectionModel model) {
        this.commands = commands;
        this.model = model;
    }

    @EventListener
    void on(CorrectionRaised raised) {
        commands.start(model.id(), Map.of("correctionId", raised.correctionId()));
    }
}
