package dev.tieout.publication.internal;

import dev.tieout.closing.SignOff;
import dev.tieout.publication.Gate.Check;
import dev.tieout.publication.Gate.Topic;
import java.util.List;

/** Judges everything that must hold before a version goes out. Nothing else does, and nobody by hand. */
final class PublishGate {

    private PublishGate() {}

    /** Every check, in the order of the process. */
    static List<Check> checks(GateFacts facts) {
        return List.of(
                InputChecks.policy(facts.policy(), facts.policiesUsed()),
                InputChecks.cohort(facts.cohort()),
                InputChecks.crosswalk(facts.crosswalk(), facts.intake()),
                InputChecks.mapping(facts.intake()),
                InputChecks.rows(facts.intake(), facts.exceptions()),
                InputChecks.accountingPeriods(facts.intake(), facts.openAccounting()),
                InputChecks.latePostings(facts.late()),
                OutcomeChecks.classes(facts.movements(), facts.figures()),
                OutcomeChecks.overrides(facts.decisions()),
                OutcomeChecks.invariants(facts.figures()),
                OutcomeChecks.tieOut(facts.tie()),
                OutcomeChecks.owners(facts),
                OutcomeChecks.signed(Topic.CLASSIFICATION_SIGN_OFF, SignOff.Kind.CLASSIFICATION, facts.signOffs()),
                OutcomeChecks.signed(Topic.PUBLICATION_SIGN_OFF, SignOff.Kind.PUBLICATION, facts.signOffs()));
    }
}
