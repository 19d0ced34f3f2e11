package dev.tieout.reconciliation.ui;

import dev.tieout.closing.Close;
import dev.tieout.organisation.Actor;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.reconciliation.Reconciliation;
import dev.tieout.web.ui.Format;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes tie-out and variance lists for the views of other features. */
@Component
public class TieOutPanels {

    private final Reconciliation reconciliation;
    private final CurrentActor currentActor;
    private final ObjectProvider<Format> formats;

    TieOutPanels(Reconciliation reconciliation, CurrentActor currentActor, ObjectProvider<Format> formats) {
        this.reconciliation = reconciliation;
        this.currentActor = currentActor;
        this.formats = formats;
    }

    /** The legs in total. */
    public TieOutTotals totals(Close close) {
        return new TieOutTotals(reconciliation, close, formats.getObject());
    }

    /** The variances of a close; those who may work on them find that in place while the close is not final. */
    public VariancesPanel variances(Close close, String currency, Runnable changed) {
        return new VariancesPanel(
                new Desk(reconciliation, currentActor.get(), formats.getObject()), close, currency, changed);
    }

    /** What the variance list works with. */
    record Desk(Reconciliation reconciliation, Actor person, Format format) {}
}
