package dev.tieout.findings.internal;

import dev.tieout.findings.Finding;
import dev.tieout.findings.Finding.Figure;
import dev.tieout.findings.Finding.Kind;
import dev.tieout.findings.internal.Reading.Figures;
import dev.tieout.metrics.BridgeLine;
import dev.tieout.publication.LargestAccounts.Share;
import dev.tieout.terms.Ratio;
import dev.tieout.terms.Said;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What NRR and GRR say together, against the period before. One at most: the three exclude each other. */
final class RatioFindings {

    static final int NAMED = 5;

    static final Set<BridgeLine> LOSSES = Set.of(BridgeLine.CONTRACTION, BridgeLine.CHURN);

    private RatioFindings() {}

    static Optional<Finding> of(Reading reading) {
        return reading.before().flatMap(before -> pair(before, reading.now()).flatMap(ratios -> told(reading, ratios)));
    }

    private static Optional<Pair> pair(Figures before, Figures now) {
        return before.nrr().isEmpty() || now.nrr().isEmpty()
                ? Optional.empty()
                : Optional.of(new Pair(
                        before.period(),
                        before.nrr().get(),
                        now.nrr().get(),
                        before.grr().orElseThrow(),
                        now.grr().orElseThrow()));
    }

    private static Optional<Finding> told(Reading reading, Pair pair) {
        var nrr = pair.nrr().minus(pair.nrrBefore());
        var grr = pair.grr().minus(pair.grrBefore());
        if (Thresholds.within(nrr, Thresholds.STABLE) && Thresholds.atMost(grr, Thresholds.STABLE.negate())) {
            return Optional.of(fallingUnderStable(reading, pair));
        }
        if (Thresholds.atLeast(nrr, Thresholds.NOTICEABLE) && Thresholds.atMost(grr, Thresholds.NOTICEABLE.negate())) {
            return Optional.of(apart(reading, pair));
        }
        if (Thresholds.within(nrr, Thresholds.STABLE)
                && Thresholds.within(grr, Thresholds.STABLE)
                && Thresholds.atMost(pair.nrr(), Thresholds.NO_GROWTH)) {
            return Optional.of(stalled(reading, pair));
        }
        return Optional.empty();
    }

    private static Finding fallingUnderStable(Reading reading, Pair pair) {
        return finding(
                Kind.GRR_FALLING_UNDER_STABLE_NRR,
                "GRR fell from " + pair.grrBefore().percent() + " in " + pair.period() + " to "
                        + pair.grr().percent() + ", while NRR stayed at "
                        + pair.nrr().percent()
                        + ": expansion covers up that more of the base is lost. " + losses(reading),
                reading,
                pair,
                LOSSES);
    }

    private static Finding apart(Reading reading, Pair pair) {
        return finding(
                Kind.NRR_UP_WHILE_GRR_FALLS,
                "NRR rose from " + pair.nrrBefore().percent() + " in " + pair.period() + " to "
                        + pair.nrr().percent() + ", while GRR fell from "
                        + pair.grrBefore().percent() + " to " + pair.grr().percent()
                        + ": fewer customers carry more of the growth. " + losses(reading),
                reading,
                pair,
                LOSSES);
    }

    private static Finding stalled(Reading reading, Pair pair) {
        return finding(
                Kind.NRR_STALLED,
                "NRR stands at " + pair.nrr().percent() + " ("
                        + pair.nrrBefore().percent() + " in " + pair.period()
                        + ") with a steady GRR of " + pair.grr().percent()
                        + ": the base holds and does not grow. Expansion came to "
                        + Said.money(reading.now().bridge().expansion(), reading.currency()) + ".",
                reading,
                pair,
                Set.of(BridgeLine.EXPANSION));
    }

    private static String losses(Reading reading) {
        var bridge = reading.now().bridge();
        return "Contraction and churn came to "
                + Said.money(bridge.contraction().add(bridge.churn()), reading.currency()) + ".";
    }

    private static Finding finding(Kind kind, String sentence, Reading reading, Pair pair, Set<BridgeLine> lines) {
        List<Share> accounts = reading.largest().of(lines, NAMED);
        return new Finding(
                kind,
                sentence,
                reading.currency(),
                List.of(
                        new Figure.Proportion("NRR", pair.nrrBefore(), pair.nrr()),
                        new Figure.Proportion("GRR", pair.grrBefore(), pair.grr())),
                accounts);
    }

    /** Both ratios in both periods; {@code period} names the earlier one. */
    private record Pair(String period, Ratio nrrBefore, Ratio nrr, Ratio grrBefore, Ratio grr) {}
}
