package dev.tieout.exports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tieout.exports.SomeReport;
import dev.tieout.publication.Publication.Status;
import dev.tieout.publication.Report;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The report as a PDF, read back. */
class BoardReportTest {

    private static final String[] SEGMENTS = {"Enterprise", "Mid-market", "Small business", ""};

    private static byte[] written(Report report, boolean withSeptember) {
        var before = withSeptember ? Optional.of(SomeReport.september()) : Optional.<Report>empty();
        var earlier = SomeReport.publication("2026-10", 2, Status.FINAL, 0);
        var bytes = new ByteArrayOutputStream();
        try {
            BoardReport.of("Acme Holding", report, before, Optional.of(earlier), ZoneId.of("Europe/Berlin"))
                    .write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void it_says_who_when_which_and_every_figure() throws IOException {
        assertThat(text(written(SomeReport.of(Status.FINAL, 2, SEGMENTS), true)))
                .contains(
                        "Acme Holding",
                        "Retention report, October 2026",
                        "Version 2, final, published 4 Nov 2026, 10:30")
                .contains("Europe/Berlin", "MRR in USD")
                .contains("104.50 %", "93.50 %", "95.00 %", "114 of 120")
                .contains(
                        "1,000,000.00",
                        "+52,340.50",
                        "+4,100.00",
                        "+110,000.00",
                        "−40,000.00",
                        "−25,000.00",
                        "1,101,440.50")
                .contains("Enterprise", "Mid-market", "None given", "500,000", "rounded to whole units")
                .contains("Above 100 %", "Below 100 %", "The difference between the two, 11.00 % of the opening")
                .contains("Page 1 of 2", "Page 2 of 2", "classification by approver", "publication by controller")
                .contains("c".repeat(64));
    }

    @Test
    void only_a_provisional_version_has_the_watermark_and_the_ranges() throws IOException {
        var provisional = text(written(SomeReport.of(Status.PROVISIONAL, 1, SEGMENTS), false));
        assertThat(watermarked(provisional)).isTrue();
        assertThat(provisional)
                .contains("3 variances were open", "4,500.00 USD")
                .contains("Could be 104.05 % to 104.95 %", "Could be 93.05 % to 93.95 %");
        var standing = text(written(SomeReport.of(Status.FINAL, 2, SEGMENTS), false));
        assertThat(watermarked(standing)).isFalse();
        assertThat(standing).doesNotContain("Could be");
    }

    /** Letters that climb come out on lines of their own. */
    private static boolean watermarked(String text) {
        return text.replaceAll("\\s", "").contains("PROVISIONAL");
    }

    @Test
    void a_restated_version_names_what_it_replaces() throws IOException {
        var restated = text(written(SomeReport.of(Status.RESTATED, 3, SEGMENTS), false));
        assertThat(restated)
                .contains(
                        "Restated by an approved correction. It replaces version 2 (final, published 4 Nov 2026, 10:30).")
                .doesNotContain("Provisional");
        assertThat(watermarked(restated)).isFalse();
    }

    @Test
    void nrr_up_while_grr_falls_is_said_on_the_first_page() throws IOException {
        assertThat(text(written(SomeReport.of(Status.FINAL, 2), true)).replace("\n", " "))
                .contains(
                        "NRR rose from 101.00 % to 104.50 % while GRR fell from 95.00 % to 93.50 % against September 2026");
        assertThat(text(written(SomeReport.of(Status.FINAL, 2), false))).doesNotContain("NRR rose from");
    }

    @Test
    void one_version_is_always_the_same_bytes() {
        assertThat(written(SomeReport.of(Status.RESTATED, 3, SEGMENTS), true))
                .isEqualTo(written(SomeReport.of(Status.RESTATED, 3, SEGMENTS), true));
    }

    @Test
    void it_stays_on_two_pages_however_many_slices_there_are() throws IOException {
        var many = IntStream.range(0, 400).mapToObj(i -> "Segment " + i).toArray(String[]::new);
        try (var document = Loader.loadPDF(written(SomeReport.of(Status.FINAL, 2, many), true))) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(new PDFTextStripper().getText(document)).containsPattern("\\d+ others");
        }
    }

    @Test
    void a_character_without_a_glyph_is_shown_by_its_number_and_explained() throws IOException {
        var report = SomeReport.of(Status.FINAL, 2, "Żółć Größe Ελλάδα Россия", "北", "שלום");
        assertThat(text(written(report, false)))
                .contains("Żółć Größe", "[U+5317]", "[U+05E9]")
                .contains("Characters that the font of this document does not have")
                .doesNotContain("?");
    }

    @Test
    void it_has_a_title_a_language_headings_tables_and_words_for_the_chart() throws IOException {
        try (var document = Loader.loadPDF(written(SomeReport.of(Status.FINAL, 2, SEGMENTS), false))) {
            var catalog = document.getDocumentCatalog();
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Retention report, October 2026, version 2, final");
            assertThat(catalog.getLanguage()).isEqualTo("en");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            var elements = elements(catalog.getStructureTreeRoot());
            assertThat(elements)
                    .extracting(PDStructureElement::getStructureType)
                    .contains("H1", "H2", "Table", "TR", "TH", "TD", "P", "Figure");
            assertThat(elements)
                    .filteredOn(element -> "Figure".equals(element.getStructureType()))
                    .singleElement()
                    .satisfies(figure -> assertThat(figure.getAlternateDescription())
                            .contains("Opening 1,000,000", "Churn −25,000"));
        }
    }

    @Test
    void every_page_is_drawn_and_no_page_is_empty() throws IOException {
        for (var status : Status.values()) {
            try (var document = Loader.loadPDF(written(SomeReport.of(status, 3, SEGMENTS), true))) {
                for (int page = 0; page < document.getNumberOfPages(); page++) {
                    var picture = new PDFRenderer(document).renderImageWithDPI(page, 96);
                    assertThat(inked(picture)).isBetween(0.01, 0.5);
                    keep(picture, status, page);
                }
            }
        }
    }

    private static double inked(BufferedImage picture) {
        long dark = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                dark += (picture.getRGB(x, y) & 0xFFFFFF) == 0xFFFFFF ? 0 : 1;
            }
        }
        return dark / (double) (picture.getWidth() * picture.getHeight());
    }

    /** For people to look at. */
    private static void keep(BufferedImage picture, Status status, int page) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "board-report"));
        ImageIO.write(
                picture,
                "png",
                folder.resolve(status + "-" + (page + 1) + ".png").toFile());
    }

    private static List<PDStructureElement> elements(PDStructureNode node) {
        var found = new ArrayList<PDStructureElement>();
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                found.add(element);
                found.addAll(elements(element));
            }
        }
        return found;
    }
}
