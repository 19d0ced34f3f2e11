package dev.tieout.publication.rest;

import dev.tieout.publication.Gate;
import dev.tieout.publication.Publication;
import dev.tieout.publication.report.ReportDocument;
import dev.tieout.terms.Money;
import dev.tieout.terms.Ratio;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The publish gate as the API shows it.
 *
 * @param attainable what a version published now could be quoted as; null when none may go out
 */
record GateAnswer(
        String period,
        long revision,
        Publication.@Nullable Status attainable,
        List<Line> checks,
        long openVariances,
        String openVariance,
        String currency,
        @Nullable List<String> nrrRange,
        @Nullable List<String> grrRange) {

    static GateAnswer of(Gate gate) {
        var open = gate.open();
        return new GateAnswer(
                gate.period(),
                gate.revision(),
                gate.attainable().orElse(null),
                gate.checks().stream().map(Line::of).toList(),
                open.count(),
                new Money(open.amount(), gate.currency()).text(),
                gate.currency(),
                ReportDocument.range(decimal(open.nrrLow()), decimal(open.nrrHigh())),
                ReportDocument.range(decimal(open.grrLow()), decimal(open.grrHigh())));
    }

    private static @Nullable BigDecimal decimal(@Nullable Ratio ratio) {
        return ratio == null ? null : ratio.decimal();
    }

    /** One check; {@code place} names the part of the close where a person sees to it. */
    record Line(String id, String title, Gate.State state, String sentence, String place) {

        static Line of(Gate.Check check) {
            return new Line(
                    check.topic().slug(),
                    check.title(),
                    check.state(),
                    check.sentence(),
                    check.place().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }
}
