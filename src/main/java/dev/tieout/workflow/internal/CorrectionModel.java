package dev.tieout.workflow.internal;

import org.springframework.stereotype.Component;

/** The model of a correction after close. */
@Component
class CorrectionModel extends ProcessModel {

    CorrectionModel() {
        super("correction.bpmn", "correction-raised");
    }
}
