package dev.tieout.findings.internal;

import dev.tieout.findings.Finding;
import dev.tieout.findings.Finding.Figure;
import dev.tieout.findings.Finding.Kind;
import dev.tieout.metrics.BridgeLine;
import dev.tieout.terms.Ratio;
import dev.tieout.terms.Said;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a single account carries much of the expansion, of the losses or of the base. */
final class ConcentrationFindings {

    private ConcentrationFindings() {}

    static List<Finding> of(Reading reading) {
        var bridge = reading.now().bridge();
        return Stream.of(
                        line(reading, Kind.EXPANSION_CONCENTRATED, Set.of(BridgeLine.EXPANSION), bridge.expansion()),
                        line(
                                reading,
                                Kind.LOSSES_CONCENTRATED,
                                RatioFindings.LOSSES,
                                bridge.contraction().add(bridge.churn())),
                        base(reading))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Finding> line(Reading reading, Kind kind, Set<BridgeLine> lines, BigDecimal total) {
        boolean matters = Ratio.of(total, reading.now().bridge().opening())
                .filter(part -> Thresholds.atLeast(part, Thresholds.LINE_THAT_MATTERS))
                .isPresent();
        return matters ? concentrated(reading, kind, lines, total, Thresholds.SHARE_OF_LINE) : Optional.empty();
    }

    private static Optional<Finding> base(Reading reading) {
        return concentrated(
                reading,
                Kind.OPENING_CONCENTRATED,
                Set.of(BridgeLine.OPENING),
                reading.now().bridge().opening(),
                Thresholds.SHARE_OF_BASE);
    }

    private static Optional<Finding> concentrated(
            Reading reading, Kind kind, Set<BridgeLine> lines, BigDecimal total, BigDecimal threshold) {
        var accounts = reading.largest().of(lines, RatioFindings.NAMED);
        if (accounts.isEmpty()) {
            return Optional.empty();
        }
        var largest = accounts.getFirst();
        return Ratio.of(largest.amount(), total)
                .filter(share -> Thresholds.atLeast(share, threshold))
                .map(share -> new Finding(
                        kind,
                        largest.name() + " alone is " + share.percent() + " of " + what(kind) + ": "
                                + Said.money(largest.amount(), reading.currency()) + " of "
                                + Said.money(total, reading.currency()) + ".",
                        reading.currency(),
                        List.of(
                                new Figure.Proportion("Share of one account", null, share),
                                new Figure.Amount("Total", null, total)),
                        accounts));
    }

    private static String what(Kind kind) {
        return switch (kind) {
            case EXPANSION_CONCENTRATED -> "the expansion";
            case LOSSES_CONCENTRATED -> "contraction and churn together";
            default -> "what the period opened with";
        };
    }
}
