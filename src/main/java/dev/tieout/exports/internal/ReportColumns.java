package dev.tieout.exports.internal;

import dev.tieout.exports.internal.Column.Kind;
import dev.tieout.metrics.Bridge;
import dev.tieout.publication.Report;
import dev.tieout.terms.Ratio;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The report as a table in a workbook: the columns of {@link dev.tieout.publication.report.ReportTable}, typed. */
final class ReportColumns {

    private ReportColumns() {}

    static List<Column<Bridge>> of(Report report) {
        var publication = report.publication();
        boolean reactivation = publication.stamps().reactivationInNrr();
        var columns = new ArrayList<Column<Bridge>>();
        columns.add(text("period", "Period", 10, row -> publication.period()));
        columns.add(count("version", "Version", row -> publication.version()));
        columns.add(text("status", "Status", 13, row -> publication.status().name()));
        columns.add(text("view", "View", 8, row -> report.view().name()));
        columns.add(text("currency", "Currency", 10, row -> publication.currency()));
        columns.add(text("dimension", "Dimension", 14, Bridge::dimension));
        columns.add(text("slice", "Slice", 24, row -> row.dimension().isEmpty() ? "Total" : row.slice()));
        columns.add(amount("opening", "Opening", Bridge::opening));
        columns.add(amount("new", "New", Bridge::newAmount));
        columns.add(amount("reactivation", "Reactivation", Bridge::reactivation));
        columns.add(amount("expansion", "Expansion", Bridge::expansion));
        columns.add(amount("contraction", "Contraction", Bridge::contraction));
        columns.add(amount("churn", "Churn", Bridge::churn));
        columns.add(amount("fx", "Exchange rates", Bridge::fx));
        columns.add(amount("closing", "Closing", Bridge::closing));
        columns.add(ratio("nrr", "NRR", row -> row.nrr(reactivation)));
        columns.add(ratio("grr", "GRR", Bridge::grr));
        columns.add(ratio("logo_retention", "Logo retention", Bridge::logoRetention));
        columns.addAll(accounts());
        return columns;
    }

    private static List<Column<Bridge>> accounts() {
        return List.of(
                count(
                        "cohort_accounts",
                        "Cohort accounts",
                        row -> row.accounts().cohort()),
                count(
                        "retained_accounts",
                        "Retained accounts",
                        row -> row.accounts().retained()),
                count("new_accounts", "New accounts", row -> row.accounts().added()),
                count(
                        "reactivated_accounts",
                        "Reactivated accounts",
                        row -> row.accounts().reactivated()),
                count(
                        "expanded_accounts",
                        "Expanded accounts",
                        row -> row.accounts().expanded()),
                count(
                        "contracted_accounts",
                        "Contracted accounts",
                        row -> row.accounts().contracted()),
                count(
                        "churned_accounts",
                        "Churned accounts",
                        row -> row.accounts().churned()),
                count(
                        "excluded_accounts",
                        "Excluded accounts",
                        row -> row.accounts().excluded()));
    }

    private static Column<Bridge> text(String name, String heading, int width, Function<Bridge, String> value) {
        return new Column<>(name, heading, Kind.TEXT, width, value::apply);
    }

    private static Column<Bridge> amount(String name, String heading, Function<Bridge, BigDecimal> value) {
        return new Column<>(name, heading, Kind.AMOUNT, 17, value::apply);
    }

    private static Column<Bridge> ratio(String name, String heading, Function<Bridge, Optional<Ratio>> value) {
        return new Column<>(
                name,
                heading,
                Kind.RATIO,
                15,
                row -> value.apply(row).map(Ratio::decimal).orElse(null));
    }

    private static Column<Bridge> count(String name, String heading, ToLongFunction<Bridge> value) {
        return new Column<>(name, heading, Kind.COUNT, heading.length() + 4, value::applyAsLong);
    }
}
