package dev.tieout.findings.internal;

import dev.tieout.findings.Finding;
import dev.tieout.findings.Finding.Figure;
import dev.tieout.findings.Finding.Kind;
import dev.tieout.findings.internal.Reading.Figures;
import dev.tieout.metrics.BridgeLine;
import dev.tieout.terms.Said;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which line of the bridge moved most against the period before. */
final class LineFindings {

    /** Movements only: the balances at both ends follow from them. */
    private static final List<BridgeLine> LINES = List.of(
            BridgeLine.NEW,
            BridgeLine.REACTIVATION,
            BridgeLine.EXPANSION,
            BridgeLine.CONTRACTION,
            BridgeLine.CHURN,
            BridgeLine.FX);

    private LineFindings() {}

    static Optional<Finding> of(Reading reading) {
        return reading.before()
                .flatMap(before -> LINES.stream()
                        // Of two that moved alike the later in the bridge gives way.
                        .sorted(Comparator.comparing((BridgeLine line) ->
                                        change(line, before, reading.now()).abs())
                                .reversed())
                        .findFirst()
                        .filter(line -> change(line, before, reading.now()).signum() != 0)
                        .map(line -> finding(line, before, reading)));
    }

    private static BigDecimal change(BridgeLine line, Figures before, Figures now) {
        return line.of(now.bridge()).subtract(line.of(before.bridge()));
    }

    private static Finding finding(BridgeLine line, Figures before, Reading reading) {
        var was = line.of(before.bridge());
        var is = line.of(reading.now().bridge());
        var change = is.subtract(was);
        return new Finding(
                Kind.LARGEST_MOVE,
                name(line) + " moved most: " + Said.money(is, reading.currency()) + " after "
                        + Said.money(was, reading.currency()) + " in " + before.period() + ", "
                        + Said.money(change.abs(), reading.currency())
                        + (change.signum() > 0 ? " more." : " less."),
                reading.currency(),
                List.of(new Figure.Amount(name(line), was, is)),
                reading.largest().of(Set.of(line), RatioFindings.NAMED));
    }

    private static String name(BridgeLine line) {
        return switch (line) {
            case NEW -> "New business";
            case REACTIVATION -> "Reactivation";
            case EXPANSION -> "Expansion";
            case CONTRACTION -> "Contraction";
            case CHURN -> "Churn";
            case FX -> "The effect of exchange rates";
            case OPENING -> "The opening";
            case CLOSING -> "The closing";
        };
    }
}
