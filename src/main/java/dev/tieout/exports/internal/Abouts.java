package dev.tieout.exports.internal;

import dev.tieout.exports.About;
import dev.tieout.metrics.Bridge;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.publication.Publication;
import dev.tieout.publication.Report;
import dev.tieout.publication.report.ReportFile;
import dev.tieout.publication.report.ReportTable;
import dev.tieout.terms.Money;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts in words and numbers what an export holds. */
@Component
class Abouts {

    private final CurrentActor currentActor;

    Abouts(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    About of(Report report) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("view", report.view().name());
        parameters.put("slice", report.dimension());
        return about(
                report.publication(),
                "report",
                ReportFile.report(report.view(), report.dimension()),
                "The figures of the published version, summed up from its movements when it was published.",
                "NRR = (opening + expansion - contraction - churn"
                        + (report.publication().stamps().reactivationInNrr() ? " + reactivation" : "")
                        + ") / opening; GRR = (opening - contraction - churn) / opening; logo retention = accounts of the cohort"
                        + " still above zero / accounts of the cohort. Ratios are computed from exact sums and rounded once, half"
                        + " to even, to six decimals."
                        + (report.view() == Report.View.ARR ? " ARR is MRR times 12." : ""),
                parameters,
                1L + report.slices().size(),
                sums(report),
                ReportTable.COLUMNS);
    }

    /** Of the total row: the slices add up to it once more. */
    private static Map<String, String> sums(Report report) {
        Bridge total = report.total();
        var sums = new LinkedHashMap<String, BigDecimal>();
        sums.put("opening", total.opening());
        sums.put("new", total.newAmount());
        sums.put("reactivation", total.reactivation());
        sums.put("expansion", total.expansion());
        sums.put("contraction", total.contraction());
        sums.put("churn", total.churn());
        sums.put("fx", total.fx());
        sums.put("closing", total.closing());
        return texts(sums, report.publication().currency());
    }

    About of(Publication publication, PublishedMovements.Sums sums, List<Column<PublishedMovement>> columns) {
        var amounts = new LinkedHashMap<String, BigDecimal>();
        amounts.put("opening", sums.opening());
        amounts.put("closing", sums.closing());
        amounts.put("change", sums.change());
        amounts.put("gross_up", sums.grossUp());
        amounts.put("gross_down", sums.grossDown());
        amounts.put("fx", sums.fx());
        amounts.put("opening where not excluded", sums.countedOpening());
        amounts.put("closing where not excluded", sums.countedClosing());
        return about(
                publication,
                "movements",
                "movements",
                "The movements of the published version, copied when it was published, in MRR.",
                "Each class was decided by the row of the decision table that is named beside it, or by the person in"
                        + " overridden_by. Excluded accounts stay listed and are in none of the report's figures: opening and closing"
                        + " of the others add up to the report's.",
                Map.of("excluded accounts or lines", Long.toString(sums.excluded())),
                sums.rows(),
                texts(amounts, publication.currency()),
                columns.stream().map(Column::name).toList());
    }

    private About about(
            Publication publication,
            String what,
            String file,
            String source,
            String logic,
            Map<String, String> parameters,
            long rows,
            Map<String, String> sums,
            List<String> columns) {
        var organisation = currentActor.get().organisation().value();
        return new About(
                ReportFile.name(organisation, publication, file + "-about", "json"),
                what,
                organisation,
                publication.period(),
                publication.version(),
                publication.status(),
                publication.currency(),
                publication.publishedAt(),
                source + from(publication),
                logic + tables(publication),
                parameters,
                rows,
                sums,
                columns,
                publication.stamps());
    }

    private static String from(Publication publication) {
        int files = publication.stamps().sources().size();
        return " Behind them " + (files == 1 ? "stands 1 source file" : "stand " + files + " source files")
                + ", named with their hashes in the stamps.";
    }

    private static String tables(Publication publication) {
        var stamps = publication.stamps();
        return " Metric policy version " + stamps.policy() + "; decision tables "
                + stamps.rules().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(table -> table.getKey() + " version " + table.getValue())
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private static Map<String, String> texts(Map<String, BigDecimal> sums, String currency) {
        int decimals = Money.decimals(currency);
        var texts = new LinkedHashMap<String, String>();
        sums.forEach((column, sum) -> texts.put(column, CsvTable.exact(sum, decimals)));
        return texts;
    }
}
