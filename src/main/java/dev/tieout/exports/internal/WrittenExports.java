package dev.tieout.exports.internal;

import dev.tieout.exports.About;
import dev.tieout.exports.ExportedFile;
import dev.tieout.exports.Exports;
import dev.tieout.exports.Form;
import dev.tieout.exports.pdf.BoardReport;
import dev.tieout.organisation.CurrentActor;
import dev.tieout.organisation.Organisations;
import dev.tieout.policy.Policies;
import dev.tieout.publication.PreviousReports;
import dev.tieout.publication.Publication;
import dev.tieout.publication.Publications;
import dev.tieout.publication.Report;
import dev.tieout.publication.Report.View;
import dev.tieout.publication.report.ReadingGuide;
import dev.tieout.publication.report.ReportFile;
import dev.tieout.publication.report.ReportTable;
import dev.tieout.terms.Period;
import dev.tieout.web.ui.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class WrittenExports implements Exports {

    private static final String BOARD_SLICE = "segment";

    private final Publications publications;
    private final PreviousReports previousReports;
    private final PublishedMovements movements;
    private final Abouts abouts;
    private final Policies policies;
    private final Organisations organisations;
    private final CurrentActor currentActor;

    WrittenExports(
            Publications publications,
            PreviousReports previousReports,
            PublishedMovements movements,
            Abouts abouts,
            Policies policies,
            Organisations organisations,
            CurrentActor currentActor) {
        this.publications = publications;
        this.previousReports = previousReports;
        this.movements = movements;
        this.abouts = abouts;
        this.policies = policies;
        this.organisations = organisations;
        this.currentActor = currentActor;
    }

    @Override
    public ExportedFile report(AskedReport asked, Form form) {
        var report = form == Form.PDF ? forTheBoard(asked) : read(asked, asked.slice());
        var what = ReportFile.report(asked.view(), asked.slice());
        return Spool.write(name(report.publication(), what, form), form, abouts.of(report), out -> {
            switch (form) {
                case CSV -> out.write(ReportTable.of(report).getBytes(StandardCharsets.UTF_8));
                case XLSX -> workbook(report, out);
                case PDF -> pdf(report, out);
            }
        });
    }

    @Override
    public About aboutReport(AskedReport asked) {
        return abouts.of(read(asked, asked.slice()));
    }

    private Report read(AskedReport asked, String slice) {
        return publications.report(asked.closeId(), asked.version(), asked.view(), slice);
    }

    private Report forTheBoard(AskedReport asked) {
        if (!asked.slice().isEmpty()) {
            return read(asked, asked.slice());
        }
        var total = read(asked, "");
        return movements.carry(total.publication().id(), BOARD_SLICE) ? read(asked, BOARD_SLICE) : total;
    }

    private void workbook(Report report, OutputStream out) throws IOException {
        var publication = report.publication();
        var title = title("Retention report", publication);
        var zone = zone(publication);
        try (var workbook = new Workbook(out, "Tieout", null)) {
            workbook.properties().setTitle(title);
            SummarySheet.write(workbook, report, guide(report), title, zone);
            var table = new SheetTable<>(workbook, "Report", ReportColumns.of(report), publication.currency());
            table.row(report.total());
            report.slices().forEach(table::row);
            table.close();
            AboutSheet.write(workbook, abouts.of(report), title, zone);
        }
    }

    private void pdf(Report report, OutputStream out) throws IOException {
        var organisation = currentActor.get().organisation();
        var name = organisations.all().stream()
                .filter(one -> one.id().equals(organisation))
                .findFirst()
                .map(Organisations.Organisation::name)
                .orElseGet(organisation::value);
        var before = previousReports.before(report.publication(), report.view());
        var restated = publications.of(report.publication().closeId()).stream()
                .filter(version -> version.version() == report.publication().version() - 1)
                .findFirst();
        BoardReport.of(name, report, before, restated, zone(report.publication()))
                .write(out);
    }

    private ReadingGuide guide(Report report) {
        return ReadingGuide.of(
                report,
                previousReports.before(report.publication(), report.view()).orElse(null));
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
                        AboutSheet.write(workbook, about, title, zone(publication));
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
        return publications.report(closeId, version, View.MRR, "").publication();
    }

    private String name(Publication publication, String what, Form form) {
        return ReportFile.name(currentActor.get().organisation().value(), publication, what, form.extension());
    }

    /** Of the policy that the version was published under: a later choice of zone does not change what was published. */
    private ZoneId zone(Publication publication) {
        return policies.version(publication.stamps().policy()).choices().zone();
    }

    private static String title(String what, Publication publication) {
        return what + ", " + Words.of(Period.parse(publication.period())) + ", version " + publication.version() + ", "
                + Words.within(publication.status());
    }
}
