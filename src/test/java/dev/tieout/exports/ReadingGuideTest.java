package dev.tieout.exports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.publication.Publication.Status;
import dev.tieout.publication.Report;
import dev.tieout.publication.Report.View;
import dev.tieout.publication.report.ReadingGuide;
import dev.tieout.publication.report.ReadingGuide.Stand;
import dev.tieout.publication.report.ReportFile;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the ratios say, and what files are called. */
class ReadingGuideTest {

    private static Report report(String expansion, String contraction) {
        return new Report(
                SomeReport.publication("2026-10", 2, Status.FINAL, 0),
                View.MRR,
                SomeReport.bridge("", "", "1000", "0", "0", expansion, contraction, "0"),
                "",
                List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "11, 0, ABOVE, ABOUT",
        "10, 0, ABOUT, ABOUT",
        "0, 10, ABOUT, ABOUT",
        "0, 11, BELOW, BELOW",
        "50, 50, ABOUT, BELOW",
    })
    void about_is_within_one_point_of_a_hundred(String expansion, String contraction, Stand nrr, Stand grr) {
        var guide = ReadingGuide.of(report(expansion, contraction), null);
        assertThat(guide.nrr().stand()).isEqualTo(nrr);
        assertThat(guide.grr().stand()).isEqualTo(grr);
    }

    @Test
    void without_an_opening_there_is_no_reading() {
        var empty = new Report(
                SomeReport.publication("2026-10", 1, Status.FINAL, 0),
                View.MRR,
                SomeReport.bridge("", "", "0", "100", "0", "0", "0", "0"),
                "",
                List.of());
        var guide = ReadingGuide.of(empty, report("50", "10"));
        assertThat(guide.nrr().stand()).isEqualTo(Stand.NO_BASE);
        assertThat(guide.gap()).isEmpty();
        assertThat(guide.divergence()).isEmpty();
    }

    @Test
    void nrr_up_and_grr_down_are_flagged_only_together() {
        assertThat(ReadingGuide.of(report("90", "40"), report("50", "20")).divergence())
                .isPresent();
        assertThat(ReadingGuide.of(report("90", "20"), report("50", "20")).divergence())
                .isEmpty();
        assertThat(ReadingGuide.of(report("50", "40"), report("50", "20")).divergence())
                .isEmpty();
        assertThat(ReadingGuide.of(report("50", "20"), report("50", "40")).divergence())
                .isEmpty();
    }

    @Test
    void what_looks_the_same_has_not_moved() {
        assertThat(ReadingGuide.of(report("50.0010", "20.0004"), report("50", "20"))
                        .divergence())
                .isEmpty();
    }

    @Test
    void open_variances_that_could_change_the_reading_are_said() {
        var publication = SomeReport.publication("2026-10", 1, Status.PROVISIONAL, 3);
        var report = new Report(
                publication, View.MRR, SomeReport.bridge("", "", "1000", "0", "0", "3", "0", "0"), "", List.of());
        assertThat(ReadingGuide.of(report, null).nrr().sentence()).contains("could still change this");
    }

    @Test
    void a_range_that_cannot_be_seen_is_said_in_words() {
        assertThat(ReadingGuide.range(new BigDecimal("0.998512"), new BigDecimal("0.998533")))
                .isEqualTo("What is open moves it by less than 0.01 points");
        assertThat(ReadingGuide.range(new BigDecimal("0.9267"), new BigDecimal("0.94")))
                .isEqualTo("Could be 92.67 % to 94.00 %");
    }

    @Test
    void one_version_has_one_name_that_is_safe_everywhere() {
        var publication = SomeReport.publication("2026-Q4", 3, Status.RESTATED, 0);
        assertThat(ReportFile.name("acme", publication, ReportFile.report(View.MRR, ""), "pdf"))
                .isEqualTo("tieout-acme-2026-q4-v3-restated-report.pdf");
        assertThat(ReportFile.name("acme", publication, ReportFile.report(View.ARR, "Größe \"x\"/..\n"), "csv"))
                .isEqualTo("tieout-acme-2026-q4-v3-restated-report-arr-by-gr-e-x.csv");
        assertThat(ReportFile.name("acme", publication, "北", "csv"))
                .isEqualTo("tieout-acme-2026-q4-v3-restated-other.csv");
    }
}
