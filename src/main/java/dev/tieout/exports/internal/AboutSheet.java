package dev.tieout.exports.internal;

import dev.tieout.exports.About;
import dev.tieout.exports.internal.Column.Kind;
import dev.tieout.web.ui.Words;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The last sheet of a workbook: source, logic, parameters, row count, sums and stamps. */
final class AboutSheet {

    private final Worksheet sheet;
    private final SheetCells cells;
    private final ZoneId zone;
    private int row;

    private AboutSheet(Worksheet sheet, String currency, ZoneId zone) {
        this.sheet = sheet;
        this.cells = new SheetCells(currency);
        this.zone = zone;
    }

    /** @param title the title of the file's first sheet */
    static void write(Workbook workbook, About about, String title, ZoneId zone) throws IOException {
        var sheet = workbook.newWorksheet("About");
        sheet.width(0, 30);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.width(1, 90);
        new AboutSheet(sheet, about.currency(), zone).fill(about, title);
        sheet.finish();
    }

    private void fill(About about, String title) {
        cells.title(sheet, row, 0, title);
        row += 2;
        fact("Organisation", about.organisation());
        fact("Period", about.period());
        fact("Version", Kind.COUNT, about.version());
        fact("Status", Words.of(about.status()));
        fact("Currency", about.currency());
        fact("Published (" + zone + ")", Kind.TIME, local(about.publishedAt()));
        fact("Source", about.source());
        fact("Logic", about.logic());
        about.parameters().forEach((name, value) -> fact("Parameter: " + name, value.isEmpty() ? "none" : value));
        row++;
        fact("Rows", Kind.COUNT, about.rows());
        about.sums().forEach((column, sum) -> fact("Sum of " + column, Kind.AMOUNT, new BigDecimal(sum)));
        row++;
        stamps(about);
    }

    private void stamps(About about) {
        var stamps = about.stamps();
        fact("Metric policy", "Version " + stamps.policy());
        stamps.rules().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(table -> fact(
                        Words.label(table.getKey()),
                        "Version " + table.getValue() + ", SHA-256 "
                                + stamps.ruleHashes().getOrDefault(table.getKey(), "unknown")));
        fact("Opening cohort", "SHA-256 " + stamps.cohortHash());
        fact("Figures", "SHA-256 " + stamps.content());
        stamps.sources()
                .forEach(source -> fact(
                        Words.label(source.kind().toLowerCase(Locale.ROOT)) + " file",
                        source.rows() + " rows, SHA-256 " + source.sha256()));
        stamps.approvers()
                .forEach(approver -> fact(
                        Words.label(approver.signed()) + " signed by",
                        approver.person() + ", " + local(approver.at()).withNano(0)));
        fact("Build", stamps.build());
    }

    private LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, zone);
    }

    private void fact(String name, String value) {
        cells.label(sheet, row, 0, name);
        cells.wrapped(sheet, row, 1, value);
        row++;
    }

    private void fact(String name, Kind kind, Object value) {
        cells.label(sheet, row, 0, name);
        cells.write(sheet, row, 1, kind, value);
        sheet.style(row, 1).horizontalAlignment("left").set();
        row++;
    }
}
