package dev.tieout.learning.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tieout.backtest.Moved;
import dev.tieout.backtest.Outcome;
import dev.tieout.learning.TriedPeriod;
import dev.tieout.terms.Money;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Ratio;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A published period with a proposed row, as the API says it: ratios with six decimals, null without a base.
 *
 * @param notReplayed why it could not be decided again; null when it was, and else everything after it is null or empty
 */
record TriedAnswer(
        String period,
        int version,
        String currency,
        @Nullable String notReplayed,
        @Nullable Figures figures,
        List<Movement> moved) {

    static TriedAnswer of(TriedPeriod tried) {
        var period = tried.period();
        var outcome = tried.outcome();
        return new TriedAnswer(
                period.period(),
                period.version(),
                period.currency(),
                tried.notReplayed(),
                outcome == null ? null : Figures.of(outcome),
                tried.moved().stream()
                        .map(one -> Movement.of(one, period.currency()))
                        .toList());
    }

    record Figures(
            @Nullable String nrrBefore,
            @Nullable String nrrAfter,
            @Nullable String grrBefore,
            @Nullable String grrAfter,
            long changed,
            long changedAccounts,
            String changedAmount,
            long reasonChanges) {

        static Figures of(Outcome outcome) {
            var tally = outcome.tally();
            return new Figures(
                    decimal(outcome.nrrBefore()),
                    decimal(outcome.nrrAfter()),
                    decimal(outcome.grrBefore()),
                    decimal(outcome.grrAfter()),
                    tally.changed(),
                    tally.changedAccounts(),
                    text(tally.changedAmount(), outcome.period().currency()),
                    tally.reasonChanges());
        }
    }

    private static @Nullable String decimal(Optional<Ratio> ratio) {
        return ratio.map(one -> one.decimal().toPlainString()).orElse(null);
    }

    private static String text(BigDecimal amount, String currency) {
        return new Money(amount, currency).text();
    }

    record Movement(
            String account,
            String line,
            @Nullable Told was,
            @Nullable Told becomes) {

        static Movement of(Moved moved, String currency) {
            return new Movement(
                    moved.account(), moved.line(), Told.of(moved.was(), currency), Told.of(moved.becomes(), currency));
        }
    }

    record Told(
            @JsonProperty("class") @Nullable MovementClass movementClass,
            @Nullable String reason,
            String amount) {

        static @Nullable Told of(Moved.@Nullable Side side, String currency) {
            return side == null ? null : new Told(side.movementClass(), side.reason(), text(side.amount(), currency));
        }
    }
}
