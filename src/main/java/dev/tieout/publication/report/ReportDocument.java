package dev.tieout.publication.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.tieout.metrics.Bridge;
import dev.tieout.publication.Publication;
import dev.tieout.publication.Publication.Stamps;
import dev.tieout.publication.Report;
import dev.tieout.publication.Report.View;
import dev.tieout.terms.Money;
import dev.tieout.terms.Ratio;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A report as the API, the evidence pack and every export say it: money in major units of {@code currency}, ratios with six decimals, null without a base.
 *
 * @param nrrRange lowest and highest NRR that the open variances allow
 */
public record ReportDocument(
        String period,
        int version,
        Publication.Status status,
        View view,
        String currency,
        @JsonUnwrapped Figures total,
        String dimension,
        List<Slice> slices,
        int openVariances,
        String openVariance,
        @Nullable List<String> nrrRange,
        @Nullable List<String> grrRange,
        Stamps stamps) {

    public static ReportDocument of(Report report) {
        var publication = report.publication();
        boolean reactivationInNrr = publication.stamps().reactivationInNrr();
        return new ReportDocument(
                publication.period(),
                publication.version(),
                publication.status(),
                report.view(),
                publication.currency(),
                Figures.of(report.total(), publication.currency(), reactivationInNrr),
                report.dimension(),
                report.slices().stream()
                        .map(slice ->
                                new Slice(slice.slice(), Figures.of(slice, publication.currency(), reactivationInNrr)))
                        .toList(),
                publication.openVariances(),
                new Money(report.openVariance(), publication.currency()).text(),
                range(publication.nrrLow(), publication.nrrHigh()),
                range(publication.grrLow(), publication.grrHigh()),
                publication.stamps());
    }

    /** Both ends of a range as text; null without a base. */
    public static @Nullable List<String> range(@Nullable BigDecimal low, @Nullable BigDecimal high) {
        return low == null || high == null ? null : List.of(low.toPlainString(), high.toPlainString());
    }

    /** One slice; the empty name gathers the accounts without that attribute. */
    public record Slice(String slice, @JsonUnwrapped Figures figures) {}

    /** The bridge, its ratios and its numbers of accounts. */
    public record Figures(
            String opening,
            @JsonProperty("new") String added,
            String reactivation,
            String expansion,
            String contraction,
            String churn,
            String fx,
            String closing,
            @Nullable String nrr,
            @Nullable String grr,
            @Nullable String logoRetention,
            Accounts accounts) {

        static Figures of(Bridge bridge, String currency, boolean reactivationInNrr) {
            return new Figures(
                    new Money(bridge.opening(), currency).text(),
                    new Money(bridge.newAmount(), currency).text(),
                    new Money(bridge.reactivation(), currency).text(),
                    new Money(bridge.expansion(), currency).text(),
                    new Money(bridge.contraction(), currency).text(),
                    new Money(bridge.churn(), currency).text(),
                    new Money(bridge.fx(), currency).text(),
                    new Money(bridge.closing(), currency).text(),
                    decimal(bridge.nrr(reactivationInNrr)),
                    decimal(bridge.grr()),
                    decimal(bridge.logoRetention()),
                    Accounts.of(bridge.accounts()));
        }

        private static @Nullable String decimal(Optional<Ratio> ratio) {
            return ratio.map(Ratio::decimal).map(BigDecimal::toPlainString).orElse(null);
        }
    }

    /** Numbers of accounts, by the words of the bridge. */
    public record Accounts(
            long cohort,
            long retained,
            @JsonProperty("new") long added,
            long reactivated,
            long expanded,
            long contracted,
            long churned,
            long excluded) {

        static Accounts of(Bridge.Accounts accounts) {
            return new Accounts(
                    accounts.cohort(),
                    accounts.retained(),
                    accounts.added(),
                    accounts.reactivated(),
                    accounts.expanded(),
                    accounts.contracted(),
                    accounts.churned(),
                    accounts.excluded());
        }
    }
}
