package dev.tieout.workflow.internal;

import org.springframework.stereotype.Component;

/** The model of a back-posting note. */
@Component
class BackPostingModel extends ProcessModel {

    BackPostingModel() {
        super("back-posting.bpmn", "back-posting-raised");
    }
}
