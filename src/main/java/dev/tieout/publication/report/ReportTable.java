package dev.tieout.publication.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.tieout.metrics.Bridge;
import dev.tieout.publication.Report;
import dev.tieout.terms.InertText;
import dev.tieout.terms.Money;
import dev.tieout.terms.Ratio;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A report as CSV (RFC 4180, UTF-8, CRLF): a header, the total, then a row for each slice.
 *
 * <p>Amounts are exact, in major units, with the currency's decimals and up to four where they are needed; ratios have six decimals and
 * are empty without a base; {@code dimension} and {@code slice} are empty in the total. Text that a spreadsheet would take for a formula
 * begins with an apostrophe.
 */
public final class ReportTable {

    /** The columns, in an order that stays; further ones are added at the end. */
    public static final List<String> COLUMNS = List.of(
            "period",
            "version",
            "status",
            "view",
            "currency",
            "dimension",
            "slice",
            "opening",
            "new",
            "reactivation",
            "expansion",
            "contraction",
            "churn",
            "fx",
            "closing",
            "nrr",
            "grr",
            "logo_retention",
            "cohort_accounts",
            "retained_accounts",
            "new_accounts",
            "reactivated_accounts",
            "expanded_accounts",
            "contracted_accounts",
            "churned_accounts",
            "excluded_accounts");

    private ReportTable() {}

    /** The whole table as text. */
    public static String of(Report report) {
        return of(List.of(report));
    }

    /** One table of several reports of a version in one view: the total once, then the slices of each. */
    public static String of(List<Report> reports) {
        var text = new StringWriter();
        var csv = CsvWriter.builder().bufferSize(0).build(text);
        csv.writeRecord(COLUMNS);
        csv.writeRecord(row(reports.getFirst(), reports.getFirst().total()));
        reports.forEach(report -> report.slices().forEach(slice -> csv.writeRecord(row(report, slice))));
        return text.toString();
    }

    private static List<String> row(Report report, Bridge bridge) {
        var publication = report.publication();
        var row = new ArrayList<>(List.of(
                publication.period(),
                Integer.toString(publication.version()),
                publication.status().name(),
                report.view().name(),
                publication.currency(),
                InertText.of(bridge.dimension()),
                InertText.of(bridge.slice())));
        row.addAll(amounts(bridge, publication.currency()));
        row.add(decimal(bridge.nrr(publication.stamps().reactivationInNrr())));
        row.add(decimal(bridge.grr()));
        row.add(decimal(bridge.logoRetention()));
        row.addAll(accounts(bridge.accounts()));
        return row;
    }

    private static List<String> amounts(Bridge bridge, String currency) {
        int decimals = Money.decimals(currency);
        return List.of(
                        bridge.opening(),
                        bridge.newAmount(),
                        bridge.reactivation(),
                        bridge.expansion(),
                        bridge.contraction(),
                        bridge.churn(),
                        bridge.fx(),
                        bridge.closing())
                .stream()
                .map(amount -> exact(amount, decimals))
                .toList();
    }

    private static List<String> accounts(Bridge.Accounts accounts) {
        return List.of(
                        accounts.cohort(),
                        accounts.retained(),
                        accounts.added(),
                        accounts.reactivated(),
                        accounts.expanded(),
                        accounts.contracted(),
                        accounts.churned(),
                        accounts.excluded())
                .stream()
                .map(count -> Long.toString(count))
                .toList();
    }

    private static String exact(BigDecimal amount, int decimals) {
        var shortest = amount.stripTrailingZeros();
        return shortest.setScale(Math.max(shortest.scale(), decimals), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    private static String decimal(Optional<Ratio> ratio) {
        return ratio.map(Ratio::decimal).map(BigDecimal::toPlainString).orElse("");
    }
}
