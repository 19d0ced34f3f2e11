package dev.tieout.cohort.internal;

import dev.tieout.cohort.Cohort;
import dev.tieout.sources.SourceKind;
import dev.tieout.sources.SourceReceived;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A cohort whose accounts moved to another billing system is frozen anew: the same lines and amounts, under the ids they go by now. */
@Component
class MovedCohort {

    private final Cohort cohort;

    MovedCohort(Cohort cohort) {
        this.cohort = cohort;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(SourceReceived received) {
        if (received.kind() == SourceKind.MIGRATION) {
            cohort.correct(received.closeId());
        }
    }
}
