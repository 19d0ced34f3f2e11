package dev.tieout.reconciliation.rest;

import dev.tieout.reconciliation.RollForward;
import dev.tieout.reconciliation.RollForward.Kind;
import dev.tieout.terms.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The retained balance rolled forward; amounts in {@code currency} but for the previous closing, which has its own. */
record RollForwardAnswer(
        String currency,
        @Nullable Previous previous,
        List<Step> steps,
        String beginning,
        String additions,
        String releases,
        String fx,
        String ending,
        boolean ties,
        long untiedAccounts,
        List<Untied> untied) {

    static RollForwardAnswer of(RollForward rolled) {
        var currency = rolled.currency();
        return new RollForwardAnswer(
                currency,
                Previous.of(rolled.previous()),
                rolled.steps().stream()
                        .map(step -> new Step(
                                step.kind(),
                                text(step.amount(), currency),
                                step.accounts(),
                                step.kind().explains()))
                        .toList(),
                text(rolled.beginning(), currency),
                text(rolled.additions(), currency),
                text(rolled.releases(), currency),
                text(rolled.fx(), currency),
                text(rolled.ending(), currency),
                rolled.ties(),
                rolled.untiedAccounts(),
                rolled.untied().stream()
                        .map(one -> new Untied(
                                one.account(),
                                one.name(),
                                text(one.previousClosing(), currency),
                                text(one.beginning(), currency),
                                text(one.difference(), currency),
                                one.kind()))
                        .toList());
    }

    private static String text(BigDecimal amount, String currency) {
        return new Money(amount, currency).text();
    }

    record Previous(String period, int version, String currency, String closing) {

        static @Nullable Previous of(RollForward.@Nullable Previous before) {
            return before == null
                    ? null
                    : new Previous(
                            before.period(),
                            before.version(),
                            before.currency(),
                            text(before.closing(), before.currency()));
        }
    }

    record Step(Kind kind, String amount, long accounts, boolean explains) {}

    record Untied(
            String account,
            String accountName,
            String previousClosing,
            String beginning,
            String difference,
            Kind kind) {}
}
