package dev.tieout.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import dev.tieout.audit.AuditTrail;
import dev.tieout.backpostings.ui.BackPostingPanels;
import dev.tieout.closing.Close;
import dev.tieout.closing.SignOffs;
import dev.tieout.corrections.ui.CorrectionPanels;
import dev.tieout.evidence.ui.EvidencePanels;
import dev.tieout.metrics.Metrics;
import dev.tieout.movements.ui.MovementPanels;
import dev.tieout.movements.ui.MovementsPanel;
import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.policy.Policies;
import dev.tieout.publication.Publications;
import dev.tieout.publication.ui.PublicationsTable;
import dev.tieout.reconciliation.Reconciliation;
import dev.tieout.reconciliation.ui.TieOutPanels;
import dev.tieout.sources.ui.SourcePanels;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Panel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** The parts of a close's pages, each made from what its feature offers. */
@Service
class CloseScreens {

    private final Policies policies;
    private final Metrics metrics;
    private final Reconciliation reconciliation;
    private final Publications publications;
    private final SignOffs signOffs;
    private final AuditTrail audit;
    private final MovementPanels movements;
    private final SourcePanels sources;
    private final TieOutPanels tieOuts;
    private final CorrectionPanels corrections;
    private final EvidencePanels evidence;
    private final BackPostingPanels late;
    private final ObjectProvider<Format> formats;

    CloseScreens(
            Policies policies,
            Metrics metrics,
            Reconciliation reconciliation,
            Publications publications,
            SignOffs signOffs,
            AuditTrail audit,
            MovementPanels movements,
            SourcePanels sources,
            TieOutPanels tieOuts,
            CorrectionPanels corrections,
            EvidencePanels evidence,
            BackPostingPanels late,
            ObjectProvider<Format> formats) {
        this.policies = policies;
        this.metrics = metrics;
        this.reconciliation = reconciliation;
        this.publications = publications;
        this.signOffs = signOffs;
        this.audit = audit;
        this.movements = movements;
        this.sources = sources;
        this.tieOuts = tieOuts;
        this.corrections = corrections;
        this.evidence = evidence;
        this.late = late;
        this.formats = formats;
    }

    Choices policy(Close close) {
        return policies.version(close.policyVersion()).choices();
    }

    Component figures(Close close) {
        var policy = policy(close);
        return metrics.total(close.key())
                .<Component>map(total -> new CloseFigures(
                        metrics,
                        close,
                        total,
                        policy.reportingCurrency(),
                        policy.reactivationInNrr(),
                        reconciliation.open(close.key())))
                .orElseGet(() -> new Panel(
                        "Retention", Panel.quiet("The figures are computed once the classification is approved.")));
    }

    MovementsPanel movements(Close close, Runnable changed) {
        return movements.of(close, policy(close).reportingCurrency(), changed);
    }

    Component sources(Close close) {
        return sources.toRead(close);
    }

    Component sourcesToProvide(Close close, Runnable changed) {
        return sources.toProvide(close, changed);
    }

    Component tieOutTotals(Close close) {
        return new Panel("Tie-out", tieOuts.totals(close));
    }

    Component variances(Close close, Runnable changed) {
        return new Panel("Variances", tieOuts.variances(close, policy(close).reportingCurrency(), changed));
    }

    Component versions(Close close) {
        var versions = publications.of(close.key());
        var panel = new Panel("Published versions", new PublicationsTable(versions, format()));
        if (!versions.isEmpty()) {
            panel.add(
                    new Anchor("versions/" + close.period(), "Stamps of every version, and what changed between them"));
        }
        return panel;
    }

    Component corrections(Close close) {
        return corrections.list(close);
    }

    Component latePostings(Close close) {
        return late.list(close);
    }

    Component evidence(Close close) {
        return evidence.of(close);
    }

    Component trail(Close close) {
        return new TrailGrid((below, limit) -> audit.about("close/" + close.period(), below, limit), format());
    }

    Component standing(Close close) {
        return new StandingPanel(close, signOffs.of(close.key()), format());
    }

    Component gate(Close close) {
        return new Panel("Publish gate", new GatePanel(publications.gate(close.key())));
    }

    private Format format() {
        return formats.getObject();
    }
}
