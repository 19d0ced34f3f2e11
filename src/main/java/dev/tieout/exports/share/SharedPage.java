package dev.tieout.exports.share;

import static dev.tieout.exports.share.Html.escaped;

import dev.tieout.exports.internal.SharedReport;
import dev.tieout.metrics.Bridge;
import dev.tieout.metrics.BridgeStep;
import dev.tieout.publication.Publication;
import dev.tieout.publication.Publication.Status;
import dev.tieout.publication.Report;
import dev.tieout.publication.report.ReadingGuide;
import dev.tieout.publication.report.ReadingGuide.Reading;
import dev.tieout.terms.Period;
import dev.tieout.terms.Ratio;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The page of a shared report: figures, bridge, slices and their reading. No account is named, no script runs. */
record SharedPage(SharedReport shared, String here) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

    /** The page of a report at that address. */
    static SharedPage of(SharedReport shared, String here) {
        return new SharedPage(shared, here);
    }

    /** A page that says one thing. */
    static String notice(String title, String sentence) {
        return Html.page(title, "<section><h1>" + escaped(title) + "</h1><p>" + escaped(sentence) + "</p></section>");
    }

    String html() {
        var title = "Retention report, " + period(report());
        var body = heading(title)
                + callouts()
                + retention()
                + bridge()
                + (report().slices().isEmpty() ? "" : slices())
                + guide()
                + downloads();
        return Html.page(title + ", " + shared.organisation(), body);
    }

    private Report report() {
        return shared.report();
    }

    private Publication publication() {
        return report().publication();
    }

    private String currency() {
        return publication().currency();
    }

    private String at(Instant instant) {
        return MINUTE.format(instant.atZone(shared.zone()));
    }

    private static String period(Report report) {
        return Words.of(Period.parse(report.publication().period()));
    }

    private String heading(String title) {
        var status = publication().status();
        return "<div class=\"head\"><span class=\"organisation\">" + escaped(shared.organisation())
                + "</span><span class=\"tag " + status.name().toLowerCase(Locale.ROOT) + "\">"
                + escaped(Words.of(status)) + "</span></div><h1>" + escaped(title) + "</h1><p class=\"quiet\">Version "
                + publication().version() + ", " + escaped(Words.within(status)) + ", published "
                + escaped(at(publication().publishedAt())) + " ("
                + escaped(shared.zone().getId())
                + "). Amounts are " + report().view() + " in " + escaped(currency()) + ".</p>";
    }

    private String callouts() {
        var callouts = new StringBuilder();
        if (publication().status() == Status.PROVISIONAL) {
            callouts.append(
                    "<div class=\"callout loud\" role=\"note\"><p>Provisional. These figures are not final and not to be"
                            + " quoted as final.</p></div>");
            if (publication().openVariances() > 0) {
                callouts.append(callout(
                        Words.counted(publication().openVariances(), "variance was", "variances were") + " open, "
                                + Format.money(report().openVariance(), currency()) + " of " + report().view()
                                + (publication().openVariances() == 1 ? "." : " together.")
                                + " The lines below the ratios say what that could move NRR and GRR to."));
            }
        }
        shared.restated()
                .ifPresent(version -> callouts.append("<div class=\"callout restated\"><p>")
                        .append(escaped("Restated by an approved correction. It replaces version " + version.version()
                                + " (" + Words.within(version.status()) + ", published " + at(version.publishedAt())
                                + ")."))
                        .append("</p></div>"));
        if (shared.superseded()) {
            callouts.append(callout("A newer version of this report exists: version "
                    + shared.newest().version() + ", "
                    + Words.within(shared.newest().status()) + ", published "
                    + at(shared.newest().publishedAt()) + ". Ask for a link to it."));
        }
        shared.guide().divergence().ifPresent(sentence -> callouts.append(callout(sentence)));
        return callouts.toString();
    }

    private static String callout(String sentence) {
        return "<div class=\"callout\"><p>" + escaped(sentence) + "</p></div>";
    }

    private String retention() {
        var total = report().total();
        return "<section><h2>Retention</h2><div class=\"cards\">"
                + card(
                        "Net revenue retention (NRR)",
                        ReadingGuide.nrr(report()),
                        publication().nrrLow(),
                        publication().nrrHigh(),
                        ReadingGuide::nrr,
                        shared.guide().nrr())
                + card(
                        "Gross revenue retention (GRR)",
                        total.grr(),
                        publication().grrLow(),
                        publication().grrHigh(),
                        before -> before.total().grr(),
                        shared.guide().grr())
                + "<div><p class=\"quiet\">Logo retention</p><p class=\"figure\">"
                + escaped(Format.percent(total.logoRetention())) + "</p><p class=\"small\">"
                + Format.count(total.accounts().retained()) + " of "
                + Format.count(total.accounts().cohort())
                + " accounts of the opening cohort are still customers.</p></div></div></section>";
    }

    private String card(
            String name,
            Optional<Ratio> ratio,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            Function<Report, Optional<Ratio>> earlier,
            Reading reading) {
        var range = publication().openVariances() > 0 && low != null && high != null
                ? "<p class=\"range\">" + escaped(ReadingGuide.range(low, high)) + "</p>"
                : "";
        var before = shared.before()
                .map(report -> "<p class=\"quiet small\">" + escaped(period(report)) + ": "
                        + escaped(Format.percent(earlier.apply(report))) + "</p>")
                .orElse("");
        return "<div><p class=\"quiet\">" + escaped(name) + "</p><p class=\"figure\">" + escaped(Format.percent(ratio))
                + "</p>" + range + before + "<p class=\"small\"><b>"
                + escaped(reading.stand().words()) + ".</b> "
                + escaped(reading.sentence()) + "</p></div>";
    }

    private String bridge() {
        var steps = BridgeStep.of(report().total());
        var table = new Html.Table("Bridge from opening to closing", List.of("Step", unit(), "Accounts"));
        for (var step : steps.subList(0, steps.size() - 1)) {
            table.row(cells(step));
        }
        table.total(cells(steps.getLast()));
        return "<section><h2>Bridge from opening to closing</h2>" + SharedChart.svg(report().total(), currency())
                + table.html() + "</section>";
    }

    private String unit() {
        return report().view() + ", " + currency();
    }

    private List<String> cells(BridgeStep step) {
        return List.of(
                step.name(),
                step.kind() == BridgeStep.Kind.BALANCE
                        ? Format.amount(step.amount(), currency())
                        : Format.signed(step.amount(), currency()),
                step.accounts() == null ? Format.NONE : Format.count(step.accounts()));
    }

    private String slices() {
        var table = new Html.Table(
                "By " + Words.labelWithin(report().dimension()),
                List.of(Words.label(report().dimension()), "Opening", "Closing", "NRR", "GRR", "Logos"));
        report().slices()
                .forEach(slice -> table.row(cells(slice.slice().isEmpty() ? "None given" : slice.slice(), slice)));
        table.total(cells("Total", report().total()));
        return "<section><h2>By " + escaped(Words.labelWithin(report().dimension())) + ", " + escaped(unit()) + "</h2>"
                + table.html() + "</section>";
    }

    private List<String> cells(String name, Bridge bridge) {
        return List.of(
                name,
                Format.amount(bridge.opening(), currency()),
                Format.amount(bridge.closing(), currency()),
                Format.percent(bridge.nrr(publication().stamps().reactivationInNrr())),
                Format.percent(bridge.grr()),
                Format.percent(bridge.logoRetention()));
    }

    private String guide() {
        return "<section><h2>How to read NRR and GRR</h2><p>NRR is what the customers of the opening bring in at the closing, per cent of"
                + " what they brought in at the opening, expansion included. GRR is the same without expansion and so never above 100 %."
                + " Neither counts new customers. "
                + escaped(ReadingGuide.ABOUT) + "</p><p>"
                + escaped(shared.guide().gap().orElse("")) + "</p></section>";
    }

    private String downloads() {
        return "<section class=\"downloads\"><h2>Downloads</h2><a href=\"" + escaped(here)
                + "/report.pdf\">PDF</a><a href=\"" + escaped(here) + "/report.csv\">CSV</a></section>"
                + "<footer class=\"quiet small\"><p>This link shows this version only, until "
                + escaped(at(shared.expiresAt())) + ". Policy version "
                + publication().stamps().policy() + ", figures "
                + escaped(publication().stamps().content()) + ".</p></footer>";
    }
}
