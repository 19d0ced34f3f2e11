package dev.tieout.lens.rest;

import dev.tieout.lens.LensPack.Definition;
import dev.tieout.lens.LensReading;
import dev.tieout.lens.LensReport;
import dev.tieout.lens.LensResult;
import dev.tieout.lens.LensResult.Side;
import dev.tieout.metrics.Bridge;
import dev.tieout.metrics.BridgeLine;
import dev.tieout.publication.Publication.Status;
import dev.tieout.terms.Money;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Ratio;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version by every pack, as the API says it: money as text in major units, ratios with six decimals, null without a base.
 *
 * @param readOnly always true: nothing of this is or can be published
 */
record LensAnswer(
        String period,
        int version,
        Status status,
        String currency,
        boolean readOnly,
        Figures published,
        List<Reading> readings) {

    static LensAnswer of(LensReport report) {
        var publication = report.publication();
        String currency = publication.currency();
        return new LensAnswer(
                publication.period(),
                publication.version(),
                publication.status(),
                currency,
                true,
                Figures.of(report.nrr().orElse(null), report.grr().orElse(null), report.published(), currency),
                report.readings().stream()
                        .map(reading -> Reading.of(reading, currency))
                        .toList());
    }

    /** @param bridge by line: opening, new and so on to closing */
    record Figures(@Nullable String nrr, @Nullable String grr, Map<String, String> bridge) {

        static Figures of(@Nullable Ratio nrr, @Nullable Ratio grr, Bridge bridge, String currency) {
            var lines = new LinkedHashMap<String, String>();
            for (var line : BridgeLine.values()) {
                lines.put(line.slug(), text(line.of(bridge), currency));
            }
            return new Figures(decimal(nrr), decimal(grr), lines);
        }

        private static @Nullable String decimal(@Nullable Ratio ratio) {
            return ratio == null ? null : ratio.decimal().toPlainString();
        }
    }

    record Reading(
            String id,
            String name,
            LensReading.State state,
            @Nullable String trouble,
            @Nullable Figures figures,
            List<Definition> definitions,
            List<String> notFollowed,
            List<String> notes,
            long differing,
            List<Account> accounts) {

        static Reading of(LensReading reading, String currency) {
            var pack = reading.pack();
            var result = reading.result();
            return new Reading(
                    pack.id(),
                    pack.name(),
                    reading.state(),
                    reading.trouble(),
                    result == null ? null : Figures.of(result.nrr(), result.grr(), result.bridge(), currency),
                    pack.definitions(),
                    pack.notFollowed(),
                    result == null ? List.of() : result.notes(),
                    result == null ? 0 : result.differing(),
                    result == null
                            ? List.of()
                            : result.accounts().stream()
                                    .map(one -> Account.of(one, currency))
                                    .toList());
        }
    }

    /** An account told otherwise; {@code effectOnNet} and {@code effectOnGross} are what NRR's and GRR's numerators gain by it. */
    record Account(
            String account,
            String name,
            @Nullable Told was,
            @Nullable Told becomes,
            String effectOnNet,
            String effectOnGross) {

        static Account of(LensResult.Account one, String currency) {
            return new Account(
                    one.account(),
                    one.name(),
                    Told.of(one.was(), currency),
                    Told.of(one.becomes(), currency),
                    text(one.effectOnNet(), currency),
                    text(one.effectOnGross(), currency));
        }
    }

    record Told(List<MovementClass> classes, String opening, String closing, String net, String lost) {

        static @Nullable Told of(@Nullable Side side, String currency) {
            return side == null
                    ? null
                    : new Told(
                            side.classes(),
                            text(side.opening(), currency),
                            text(side.closing(), currency),
                            text(side.net(), currency),
                            text(side.lost(), currency));
        }
    }

    private static String text(BigDecimal amount, String currency) {
        return new Money(amount, currency).text();
    }
}
