package dev.tieout.reconciliation.ui;

import dev.tieout.closing.Close;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.policy.Policies;
import dev.tieout.reconciliation.Reconciliation;
import dev.tieout.reconciliation.VarianceNotes;
import dev.tieout.reconciliation.Variances;
import dev.tieout.web.ui.Format;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes tie-out and variance lists for the views of other features. */
@Component
public class TieOutPanels {

    private final Desk.Services services;
    private final CurrentActor currentActor;
    private final ObjectProvider<Format> formats;

    TieOutPanels(
            Reconciliation reconciliation,
            Variances variances,
            VarianceNotes notes,
            Policies policies,
            CurrentActor currentActor,
            ObjectProvider<Format> formats) {
        this.services = new Desk.Services(reconciliation, variances, notes, policies);
        this.currentActor = currentActor;
        this.formats = formats;
    }

    /** The legs in total, by account and by GL account, and the roll-forward. */
    public TieOutLedger totals(Close close) {
        return new TieOutLedger(desk(), close);
    }

    /** The variances of a close; those who may work on them find that in place while the close is not final. */
    public VariancesPanel variances(Close close, String currency, Runnable changed) {
        return new VariancesPanel(desk(), close, currency, changed);
    }

    private Desk desk() {
        return new Desk(services, currentActor.get(), formats.getObject());
    }
}
