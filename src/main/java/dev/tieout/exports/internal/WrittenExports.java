package dev.tieout.exports.internal;

import dev.tieout.exports.About;
import dev.tieout.exports.ExportedFile;
import dev.tieout.exports.Exports;
import dev.tieout.exports.Form;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.publication.Publication;
import dev.tieout.publication.Report;
import dev.tieout.publication.Report.View;
import dev.tieout.publication.report.ReportFile;
import dev.tieout.publication.report.ReportTable;
import dev.tieout.terms.Period;
import dev.tieout.web.ui.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class WrittenExports implements Exports {

    private final BoardReports reports;
    private final PublishedMovements movements;
    private final Abouts abouts;
    private final CurrentActor currentActor;

    WrittenExports(BoardReports reports, PublishedMovements movements, Abouts abouts, CurrentActor currentActor) {
        this.reports = reports;
        this.movements = movements;
        this.abouts = abouts;
        this.currentActor = currentActor;
    }

    @Override
    public ExportedFile report(AskedReport asked, Form form) {
        if (form == Form.PDF) {
            var board = reports.forTheBoard(asked);
            return written(board.report(), asked, form, board::write);
        }
        var report = reports.read(asked);
        return written(report, asked, form, out -> {
            if (form == Form.CSV) {
                out.write(ReportTable.of(report).getBytes(StandardCharsets.UTF_8));
            } else {
                workbook(report, out);
            }
        });
    }

    private ExportedFile written(Report report, AskedReport asked, Form form, Spool.Writing writing) {
        var what = ReportFile.report(asked.view(), asked.slice());
        return Spool.write(name(report.publication(), what, form), form, abouts.of(report), writing);
    }

    @Override
    public About aboutReport(AskedReport asked) {
        return abouts.of(reports.read(asked));
    }

    private void workbook(Report report, OutputStream out) throws IOException {
        var publication = report.publication();
        var title = title("Retention report", publication);
        var zone = reports.zone(publication);
        try (var workbook = new Workbook(out, "Tieout", null)) {
            workbook.properties().setTitle(title);
            SummarySheet.write(workbook, report, reports.guide(report), title, zone);
            var table = new SheetTable<>(workbook, "Report", ReportColumns.of(report), publication.currency());
            table.row(report.total());
            report.slices().forEach(table::row);
            table.close();
            AboutSheet.write(workbook, abouts.of(report), title, zone);
        }
    }

    @Override
    public ExportedFile movements(long closeId, @Nullable Integer version, Form form) {
        var publication = version(closeId, version);
        var columns = MovementColumns.of(publication, movements.attributes(publication.id()));
        var about = abouts.of(publication, movements.sums(publication.id()), columns);
        return switch (form) {
            case PDF -> throw new NoSuchForm("movements", form);
            case CSV ->
                Spool.write(name(publication, "movements", form), form, about, out -> {
                    try (var table = new CsvTable<>(out, columns, publication.currency())) {
                        movements.each(publication.id(), table::row);
                    }
                });
            case XLSX ->
                Spool.write(name(publication, "movements", form), form, about, out -> {
                    try (var workbook = new Workbook(out, "Tieout", null)) {
                        var title = title("Movements", publication);
                        workbook.properties().setTitle(title);
                        var table = new SheetTable<>(workbook, "Movements", columns, publication.currency());
                        movements.each(publication.id(), table::row);
                        table.close();
                        AboutSheet.write(workbook, about, title, reports.zone(publication));
                    }
                });
        };
    }

    @Override
    public About aboutMovements(long closeId, @Nullable Integer version) {
        var publication = version(closeId, version);
        return abouts.of(
                publication,
                movements.sums(publication.id()),
                MovementColumns.of(publication, movements.attributes(publication.id())));
    }

    private Publication version(long closeId, @Nullable Integer version) {
        return reports.version(new AskedReport(closeId, version, View.MRR, ""));
    }

    private String name(Publication publication, String what, Form form) {
        return ReportFile.name(currentActor.get().organisation().value(), publication, what, form.extension());
    }

    private static String title(String what, Publication publication) {
        return what + ", " + Words.of(Period.parse(publication.period())) + ", version " + publication.version() + ", "
                + Words.within(publication.status());
    }
}
