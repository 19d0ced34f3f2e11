package dev.tieout.workflow.internal;

import dev.tieout.closing.CloseState;
import dev.tieout.closing.Closes;
import dev.tieout.closing.SignOff;
import dev.tieout.metrics.InvariantBreached;
import dev.tieout.metrics.Metrics;
import dev.tieout.publication.Gate;
import dev.tieout.publication.Publication.Status;
import dev.tieout.publication.Publications;
import dev.tieout.publication.Publications.GateClosed;
import dev.tieout.reconciliation.Reconciliation;
import dev.tieout.tasks.TaskKind;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The steps from approved movements to a published report. */
@Component
class PublicationSteps implements Steps {

    static final String INVARIANT_BREACHED = "INVARIANT_BREACHED";
    static final String PUBLISH_GATE_CLOSED = "PUBLISH_GATE_CLOSED";

    /** The variable that the model asks before a report becomes final. */
    private static final String OPEN_ITEMS = "openItems";

    /** Its former name: closes that began under an earlier version of the model stay on it, ask for this one and would never become final. */
    private static final String OPEN_ITEMS_FORMERLY = "openVariances";

    /** The variable that remembers the close's revision as reconciled. */
    static final String RECONCILED_REVISION = "reconciledRevision";

    private final Metrics metrics;
    private final Reconciliation reconciliation;
    private final Publications publications;
    private final Closes closes;
    private final PeriodCloseModel model;

    PublicationSteps(
            Metrics metrics,
            Reconciliation reconciliation,
            Publications publications,
            Closes closes,
            PeriodCloseModel model) {
        this.metrics = metrics;
        this.reconciliation = reconciliation;
        this.publications = publications;
        this.closes = closes;
        this.model = model;
    }

    @Override
    public List<Step> all() {
        return List.of(
                reconciling("compute-metrics", this::computeMetrics)
                        .on(InvariantBreached.class, INVARIANT_BREACHED, this::showBreach),
                reconciling("reconcile", this::reconcile),
                reconciling("publish-provisional", this::publishProvisional)
                        .on(GateClosed.class, PUBLISH_GATE_CLOSED, this::suspendPublication),
                reconciling("publish-final", this::publishFinal)
                        .on(GateClosed.class, PUBLISH_GATE_CLOSED, this::suspendPublication));
    }

    /** What is published provisionally stays so until it is final. */
    static CloseState provisionalOrReconciling(CloseState before) {
        return before == CloseState.PROVISIONAL ? CloseState.PROVISIONAL : CloseState.RECONCILING;
    }

    private static Step reconciling(String jobType, Step.Work work) {
        return new Step(jobType, PublicationSteps::provisionalOrReconciling, null, work, List.of());
    }

    /** Holds the revision meanwhile, so that no correction of an earlier period moves the opening between two of its looks. */
    private Map<String, Object> computeMetrics(StepJob job) {
        closes.holdRevision(job.closeId());
        metrics.compute(job.closeId());
        return Map.of();
    }

    private void showBreach(StepJob job, RuntimeException fact) {
        var sentences = fact instanceof InvariantBreached breached ? breached.sentences() : String.valueOf(fact);
        closes.troubled(job.closeId(), model.nameOf(TaskKind.RESOLVE_BREACH), sentences);
    }

    /** What the gate has open besides the signature that comes next: while anything is, the report is provisional. */
    private long openItems(StepJob job) {
        return publications.gate(job.closeId()).standingInTheWayOf(Status.FINAL).stream()
                .filter(check -> check.topic() != Gate.Topic.PUBLICATION_SIGN_OFF)
                .count();
    }

    /** Holds the revision meanwhile, so that what it compared is what the process remembers. */
    private Map<String, Object> reconcile(StepJob job) {
        closes.holdRevision(job.closeId());
        var open = reconciliation.reconcile(job.closeId());
        long items = Math.max(open.count(), openItems(job));
        return Map.of(
                OPEN_ITEMS, items, OPEN_ITEMS_FORMERLY, items, RECONCILED_REVISION, closes.holdRevision(job.closeId()));
    }

    private Map<String, Object> publishProvisional(StepJob job) {
        publications.publish(job.closeId(), Status.PROVISIONAL);
        closes.entered(job.closeId(), CloseState.PROVISIONAL, model.nameOf(TaskKind.RESOLVE_VARIANCES));
        return Map.of();
    }

    private Map<String, Object> publishFinal(StepJob job) {
        publications.publish(job.closeId(), Status.FINAL);
        closes.entered(job.closeId(), CloseState.FINAL, model.nameOf("EndEvent_Final"));
        return Map.of();
    }

    /** What was signed is not what will be published, since the process goes back to the import. */
    private void suspendPublication(StepJob job, RuntimeException fact) {
        closes.changed(job.closeId(), SignOff.Kind.PUBLICATION, String.valueOf(fact.getMessage()));
    }
}
