package dev.tieout.reconciliation.rest;

import dev.tieout.closing.Close;
import dev.tieout.policy.MetricPolicy.Choices;
import dev.tieout.reconciliation.OpenVariance;
import dev.tieout.reconciliation.TieOut;
import dev.tieout.reconciliation.TieOut.RetainedFrom;
import dev.tieout.terms.Money;
import dev.tieout.terms.Ratio;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The tie-out of a close: the legs in total by currency, and what is open.
 *
 * @param currency the reporting currency, of {@code openVariance} and the policy's amounts; each total has its own
 * @param toleranceRelative a fraction of the largest leg
 * @param comparedRevision the close's revision that was compared; null before the first comparison
 * @param current nothing has changed since
 */
record TieOutAnswer(
        String period,
        String currency,
        List<Total> items,
        long openVariances,
        String openVariance,
        @Nullable List<String> nrrRange,
        @Nullable List<String> grrRange,
        String toleranceAbsolute,
        String toleranceRelative,
        String totalTolerance,
        String materiality,
        @Nullable Long comparedRevision,
        boolean current) {

    static TieOutAnswer of(
            Close close, Choices choices, List<TieOut> totals, OpenVariance open, OptionalLong comparedAt) {
        var currency = choices.reportingCurrency();
        return new TieOutAnswer(
                close.period(),
                currency,
                totals.stream().map(Total::of).toList(),
                open.count(),
                new Money(open.amount(), currency).text(),
                range(open.nrrLow(), open.nrrHigh()),
                range(open.grrLow(), open.grrHigh()),
                new Money(choices.toleranceAbsolute(), currency).text(),
                choices.toleranceRelative().toPlainString(),
                new Money(choices.totalToleranceAbsolute(), currency).text(),
                new Money(choices.materiality(), currency).text(),
                comparedAt.isPresent() ? comparedAt.getAsLong() : null,
                comparedAt.isPresent() && comparedAt.getAsLong() == close.revision());
    }

    private static @Nullable List<String> range(@Nullable Ratio low, @Nullable Ratio high) {
        return low == null || high == null
                ? null
                : List.of(low.decimal().toPlainString(), high.decimal().toPlainString());
    }

    /** One currency. */
    record Total(
            String currency,
            long accounts,
            String billing,
            String ledger,
            String retained,
            RetainedFrom retainedFrom,
            long differing,
            Instant comparedAt) {

        static Total of(TieOut total) {
            return new Total(
                    total.currency(),
                    total.accounts(),
                    new Money(total.billing(), total.currency()).text(),
                    new Money(total.ledger(), total.currency()).text(),
                    new Money(total.retained(), total.currency()).text(),
                    total.retainedFrom(),
                    total.differing(),
                    total.comparedAt());
        }
    }
}
