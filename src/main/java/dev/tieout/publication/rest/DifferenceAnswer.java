package dev.tieout.publication.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tieout.publication.AccountDifference;
import dev.tieout.publication.Publication;
import dev.tieout.publication.VersionDifference;
import dev.tieout.terms.Money;
import dev.tieout.terms.Ratio;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The difference of two versions as the API shows it.
 *
 * @param lines by the bridge's words, amounts in {@code currency}
 * @param nrrSteps what each line did to NRR, six decimals
 * @param movements how many movements differ
 */
record DifferenceAnswer(
        String period,
        Version from,
        Version to,
        String currency,
        Map<String, Line> lines,
        Change nrr,
        Change grr,
        Change logoRetention,
        Map<String, String> nrrSteps,
        List<VersionDifference.Stamp> stamps,
        long movements) {

    static DifferenceAnswer of(VersionDifference difference) {
        var currency = difference.to().currency();
        var lines = new LinkedHashMap<String, Line>();
        difference.lines().forEach(line -> lines.put(line.line().slug(), Line.of(line, currency)));
        var steps = new LinkedHashMap<String, String>();
        difference.nrrSteps().forEach(step -> steps.put(step.line().slug(), decimal(step.effect())));
        return new DifferenceAnswer(
                difference.to().period(),
                Version.of(difference.from()),
                Version.of(difference.to()),
                currency,
                lines,
                Change.of(difference.nrr()),
                Change.of(difference.grr()),
                Change.of(difference.logoRetention()),
                steps,
                difference.stamps(),
                difference.movements());
    }

    private static String decimal(Ratio ratio) {
        return ratio.decimal().toPlainString();
    }

    record Version(int version, Publication.Status status) {
        static Version of(Publication publication) {
            return new Version(publication.version(), publication.status());
        }
    }

    record Line(String from, String to, String change) {
        static Line of(VersionDifference.Line line, String currency) {
            return new Line(
                    new Money(line.from(), currency).text(),
                    new Money(line.to(), currency).text(),
                    new Money(line.change(), currency).text());
        }
    }

    /** Null without a base. */
    record Change(
            @Nullable String from,
            @Nullable String to,
            @Nullable String change) {
        static Change of(VersionDifference.Change change) {
            return new Change(
                    text(change.from()),
                    text(change.to()),
                    text(change.difference().orElse(null)));
        }

        private static @Nullable String text(@Nullable Ratio ratio) {
            return ratio == null ? null : decimal(ratio);
        }
    }

    /** One movement; {@code effects} holds the lines that it changes. */
    record Account(
            String account,
            String name,
            String line,
            @Nullable Side from,
            @Nullable Side to,
            Map<String, String> effects) {

        static Account of(AccountDifference difference, String currency) {
            var effects = new LinkedHashMap<String, String>();
            difference.effects().forEach((line, amount) -> effects.put(line.slug(), text(amount, currency)));
            return new Account(
                    difference.account(),
                    difference.name(),
                    difference.line(),
                    Side.of(difference.from(), currency),
                    Side.of(difference.to(), currency),
                    effects);
        }

        private static String text(BigDecimal amount, String currency) {
            return new Money(amount, currency).text();
        }
    }

    /** A movement in one version; {@code excluded} holds the reason, and is left out for one in the numbers. */
    record Side(
            String opening,
            String closing,
            String fx,
            @JsonProperty("class") String movementClass,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String reason,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String excluded) {

        static @Nullable Side of(AccountDifference.@Nullable Side side, String currency) {
            if (side == null) {
                return null;
            }
            var reason = side.reason();
            return new Side(
                    new Money(side.opening(), currency).text(),
                    new Money(side.closing(), currency).text(),
                    new Money(side.fx(), currency).text(),
                    side.movementClass().name(),
                    reason == null ? null : reason.name(),
                    side.exclusion());
        }
    }
}
