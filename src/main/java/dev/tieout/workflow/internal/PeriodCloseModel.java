package dev.tieout.workflow.internal;

import org.springframework.stereotype.Component;

/** The model of a period's close. */
@Component
class PeriodCloseModel extends ProcessModel {

    static final String FILE = "period-close.bpmn";
    static final String START_MESSAGE = "close-opened";

    PeriodCloseModel() {
        super(FILE, START_MESSAGE);
    }
}
