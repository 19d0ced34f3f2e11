package dev.tieout.reconciliation.ui;

import dev.tieout.closing.Close;
import dev.tieout.organisation.Actor;
import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.policy.Policies;
import dev.tieout.reconciliation.Reconciliation;
import dev.tieout.reconciliation.VarianceNotes;
import dev.tieout.reconciliation.Variances;
import dev.tieout.web.ui.Format;

/** What the tie-out's panels work with. */
record Desk(Services services, Actor person, Format format) {

    Reconciliation reconciliation() {
        return services.reconciliation();
    }

    Variances variances() {
        return services.variances();
    }

    VarianceNotes notes() {
        return services.notes();
    }

    Choices policy(Close close) {
        return services.policies().version(close.policyVersion()).choices();
    }

    /** The services behind them. */
    record Services(Reconciliation reconciliation, Variances variances, VarianceNotes notes, Policies policies) {}
}
