package dev.tieout.workflow.internal;

import org.springframework.stereotype.Component;

/** The model of a change of rules. */
@Component
class RuleChangeModel extends ProcessModel {

    RuleChangeModel() {
        super("rule-change.bpmn", "rule-version-submitted");
    }
}
