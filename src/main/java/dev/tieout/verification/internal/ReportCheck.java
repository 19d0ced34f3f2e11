package dev.tieout.verification.internal;

import dev.tieout.evidence.format.PackFile;
import dev.tieout.metrics.Bridge;
import dev.tieout.metrics.Metrics;
import dev.tieout.publication.Publication;
import dev.tieout.publication.Report;
import dev.tieout.publication.Report.View;
import dev.tieout.publication.report.CanonicalReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From the figures worked out again the same report comes out, byte for byte, as JSON and as a table. */
final class ReportCheck implements Check {

    /** Amounts, ratios and numbers of accounts of one bridge. */
    private static final int FIGURES_OF_A_BRIDGE = 8 + 3 + 8;

    private final Figures figures;
    private final @Nullable Path into;
    private long compared;

    /** @param into where to write the rebuilt report; null for nowhere */
    ReportCheck(Figures figures, @Nullable Path into) {
        this.figures = figures;
        this.into = into;
    }

    @Override
    public String name() {
        return "report";
    }

    @Override
    public String perform(Pack pack) throws IOException {
        var total = figures.total();
        var dimensions = Metrics.STANDING_DIMENSIONS.stream()
                .map(figures::slices)
                .filter(slices -> !slices.isEmpty())
                .toList();
        Invariants.check(total, dimensions);
        var reports = reports(pack.publication().publication(), total, dimensions);
        var json = CanonicalReport.json(reports);
        var csv = CanonicalReport.csv(reports);
        keep(json, csv);
        compare(pack, PackFile.REPORT_JSON, json);
        compare(pack, PackFile.REPORT_CSV, csv);
        long bridges = 1 + dimensions.stream().mapToLong(List::size).sum();
        compared = bridges * FIGURES_OF_A_BRIDGE;
        return Words.count(compared, "figure") + ": the total and " + Words.count(bridges - 1, "slice")
                + ", both files the same bytes";
    }

    /** How many figures were found equal. */
    long compared() {
        return compared;
    }

    private static List<Report> reports(Publication publication, Bridge total, List<List<Bridge>> dimensions) {
        var reports = new ArrayList<Report>();
        reports.add(new Report(publication, View.MRR, total, "", List.of()));
        dimensions.forEach(slices -> reports.add(
                new Report(publication, View.MRR, total, slices.getFirst().dimension(), slices)));
        return reports;
    }

    private void keep(byte[] json, byte[] csv) throws IOException {
        if (into != null) {
            Files.createDirectories(into);
            Files.write(into.resolve("report.json"), json);
            Files.write(into.resolve("report.csv"), csv);
        }
    }

    /** Names the first line that differs; a report has one figure in a line, or one slice. */
    private static void compare(Pack pack, PackFile file, byte[] rebuilt) throws IOException {
        var written = pack.whole(file.path());
        if (Arrays.equals(rebuilt, written)) {
            return;
        }
        var expected = new String(rebuilt, StandardCharsets.UTF_8).split("\n", -1);
        var found = new String(written, StandardCharsets.UTF_8).split("\n", -1);
        int line = 0;
        while (line < expected.length && line < found.length && expected[line].equals(found[line])) {
            line++;
        }
        throw Difference.of(
                file.path(),
                "",
                "line " + (line + 1),
                line < expected.length ? expected[line].strip() : "the end of the file",
                line < found.length ? found[line].strip() : "the end of the file");
    }
}
