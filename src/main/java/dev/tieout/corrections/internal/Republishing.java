package dev.tieout.corrections.internal;

import dev.tieout.closing.Close;
import dev.tieout.corrections.Impact.Figures;
import dev.tieout.corrections.Impact.PeriodImpact;
import dev.tieout.corrections.internal.MovementSides.Snapshot;
import dev.tieout.corrections.internal.Restatement.Signed;
import dev.tieout.metrics.Bridge;
import dev.tieout.metrics.Metrics;
import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.policy.Policies;
import dev.tieout.publication.Publication.Status;
import dev.tieout.publication.Publications;
import dev.tieout.publication.Report.View;
import dev.tieout.reconciliation.CorrectedDifferences;
import dev.tieout.reconciliation.CorrectedDifferences.Note;
import dev.tieout.reconciliation.Reconciliation;
import dev.tieout.reconciliation.Variance;
import dev.tieout.terms.Ratio;
import dev.tieout.terms.Refusal;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From corrected movements to the restated version: figures, tie-out, explanations, publication. */
@Component
class Republishing {

    private static final int NAMED = 20;

    private final Metrics metrics;
    private final Reconciliation reconciliation;
    private final CorrectedDifferences differences;
    private final Publications publications;
    private final Policies policies;
    private final MovementSides sides;

    Republishing(
            Metrics metrics,
            Reconciliation reconciliation,
            CorrectedDifferences differences,
            Publications publications,
            Policies policies,
            MovementSides sides) {
        this.metrics = metrics;
        this.reconciliation = reconciliation;
        this.differences = differences;
        this.publications = publications;
        this.policies = policies;
        this.sides = sides;
    }

    /** The differences that stay open have nobody's explanation. */
    static final class DifferencesStayOpen extends Refusal {
        DifferencesStayOpen(String period, String which) {
            super(
                    Kind.CONFLICT,
                    "differences-stay-open",
                    "Billing, ledger and retained balance of " + period + " would differ for " + which
                            + ", which the note does not name.");
        }
    }

    /** @param before the accounts as they stood before anything of the note was done in the close */
    PeriodImpact republish(Close close, Signed note, Set<String> accounts, Snapshot before) {
        long id = close.key();
        var choices = policies.version(close.policyVersion()).choices();
        var former = publications.report(id, null, View.MRR, "");
        var now = metrics.compute(id);
        reconciliation.reconcile(id);
        differences.explain(id, accounts, explanation(note));
        refuseOpen(close);
        var published = publications.publish(id, Status.RESTATED);
        var after = sides.of(id, accounts);
        var moved = sides.between(before, after);
        return new PeriodImpact(
                id,
                close.period(),
                choices.reportingCurrency(),
                former.publication().version(),
                published.version(),
                figures(former.total(), choices),
                figures(now, choices),
                moved.stream().limit(PeriodImpact.MOST_ACCOUNTS).toList(),
                moved.size(),
                sides.variancesBetween(before, after));
    }

    String currency(Close close) {
        return policies.version(close.policyVersion()).choices().reportingCurrency();
    }

    private static Note explanation(Signed note) {
        var correction = note.correction();
        return new Note(
                "Correction " + correction.id() + " of " + correction.period() + ": " + correction.comment(),
                correction.raisedBy(),
                note.approver());
    }

    private void refuseOpen(Close close) {
        if (reconciliation.open(close.key()).count() == 0) {
            return;
        }
        var open = reconciliation.variances(close.key(), 0, NAMED).stream()
                .filter(variance -> variance.state().isOpen())
                .map(Republishing::named)
                .collect(Collectors.joining(", "));
        throw new DifferencesStayOpen(close.period(), open);
    }

    private static String named(Variance variance) {
        var account = variance.account().equals("*") ? "all accounts together" : "“" + variance.account() + "”";
        return account + " by " + variance.amount().stripTrailingZeros().toPlainString() + " " + variance.currency();
    }

    private static Figures figures(Bridge bridge, Choices choices) {
        return new Figures(
                bridge,
                decimal(bridge.nrr(choices.reactivationInNrr())),
                decimal(bridge.grr()),
                decimal(bridge.logoRetention()));
    }

    private static @Nullable BigDecimal decimal(Optional<Ratio> ratio) {
        return ratio.map(Ratio::decimal).map(Objects::requireNonNull).orElse(null);
    }
}
