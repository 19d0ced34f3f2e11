package dev.tieout.exports.internal;

import dev.tieout.exports.internal.Column.Kind;
import dev.tieout.metrics.BridgeStep;
import dev.tieout.publication.Publication;
import dev.tieout.publication.Report;
import dev.tieout.publication.report.ReadingGuide;
import dev.tieout.terms.Ratio;
import dev.tieout.web.ui.Words;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** The first sheet of a report's workbook: what a person wants to know before looking at tables. */
final class SummarySheet {

    private final Worksheet sheet;
    private final SheetCells cells;
    private int row;

    private SummarySheet(Worksheet sheet, String currency) {
        this.sheet = sheet;
        this.cells = new SheetCells(currency);
    }

    static void write(Workbook workbook, Report report, ReadingGuide guide, String title, ZoneId zone)
            throws IOException {
        var sheet = workbook.newWorksheet("Summary");
        sheet.width(0, 30);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.width(1, 20);
        sheet.width(2, 14);
        sheet.width(3, 14);
        sheet.width(4, 90);
        sheet.hideGridLines();
        new SummarySheet(sheet, report.publication().currency()).fill(report, guide, title, zone);
        sheet.finish();
    }

    private void fill(Report report, ReadingGuide guide, String title, ZoneId zone) {
        var publication = report.publication();
        cells.title(sheet, row++, 0, title);
        fact("Status", Words.of(publication.status()));
        fact("Version", Kind.COUNT, publication.version());
        fact(
                "Published (" + zone + ")",
                Kind.TIME,
                LocalDateTime.ofInstant(publication.publishedAt(), zone).withNano(0));
        if (publication.openVariances() > 0) {
            fact("Open variances", Kind.COUNT, publication.openVariances());
            fact("Open amount", Kind.AMOUNT, report.openVariance());
        }
        row++;
        ratios(report, guide, publication);
        row++;
        bridge(report);
    }

    private void ratios(Report report, ReadingGuide guide, Publication publication) {
        headings("Retention", "Value", "Could be from", "Could be to", "Reading");
        boolean open = publication.openVariances() > 0;
        ratio(
                "Net revenue retention (NRR)",
                ReadingGuide.nrr(report),
                open ? publication.nrrLow() : null,
                open ? publication.nrrHigh() : null,
                guide.nrr().stand().words() + ". " + guide.nrr().sentence());
        ratio(
                "Gross revenue retention (GRR)",
                report.total().grr(),
                open ? publication.grrLow() : null,
                open ? publication.grrHigh() : null,
                guide.grr().stand().words() + ". " + guide.grr().sentence());
        ratio("Logo retention", report.total().logoRetention(), null, null, "");
        guide.divergence().ifPresent(sentence -> {
            cells.label(sheet, row, 0, "Note");
            cells.wrapped(sheet, row++, 4, sentence);
        });
    }

    private void bridge(Report report) {
        headings("Bridge", report.view() + ", " + report.publication().currency(), "Accounts");
        for (var step : BridgeStep.of(report.total())) {
            cells.text(sheet, row, 0, step.name());
            cells.write(sheet, row, 1, Kind.AMOUNT, step.amount());
            if (step.accounts() != null) {
                cells.write(sheet, row, 2, Kind.COUNT, step.accounts());
            }
            row++;
        }
    }

    private void headings(String... texts) {
        for (int c = 0; c < texts.length; c++) {
            cells.heading(sheet, row, c, texts[c], c == 0 || c == 4 ? Kind.TEXT : Kind.AMOUNT);
        }
        row++;
    }

    private void ratio(
            String name, Optional<Ratio> ratio, @Nullable BigDecimal low, @Nullable BigDecimal high, String reading) {
        cells.text(sheet, row, 0, name);
        ratio.ifPresentOrElse(
                value -> cells.write(sheet, row, 1, Kind.RATIO, value.decimal()),
                () -> cells.text(sheet, row, 1, "no base"));
        if (low != null && high != null) {
            cells.write(sheet, row, 2, Kind.RATIO, low);
            cells.write(sheet, row, 3, Kind.RATIO, high);
        }
        cells.wrapped(sheet, row, 4, reading);
        row++;
    }

    private void fact(String name, String value) {
        cells.label(sheet, row, 0, name);
        cells.text(sheet, row++, 1, value);
    }

    private void fact(String name, Kind kind, Object value) {
        cells.label(sheet, row, 0, name);
        cells.write(sheet, row, 1, kind, value);
        sheet.style(row++, 1).horizontalAlignment("left").set();
    }
}
