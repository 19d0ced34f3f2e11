package dev.tieout.exports.pdf;

import dev.tieout.publication.Report;
import dev.tieout.publication.report.ReadingGuide;
import dev.tieout.publication.report.ReadingGuide.Reading;
import dev.tieout.terms.Period;
import dev.tieout.terms.Ratio;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Words;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.jspecify.annotations.Nullable;

/** NRR and GRR side by side, equally large: either alone misleads. Logo retention beside them. */
final class Cards {

    static final float HEIGHT = 132;
    private static final float GAP = 12;
    private static final float WIDE = 188;
    private static final float INSET = 12;

    private final BoardReport board;
    private final Paper paper;
    private final Tags tags;
    private final Fonts fonts;

    Cards(BoardReport board, Paper paper, Tags tags, Fonts fonts) {
        this.board = board;
        this.paper = paper;
        this.tags = tags;
        this.fonts = fonts;
    }

    void draw(float y) throws IOException {
        var report = board.report();
        var publication = board.publication();
        var guide = board.guide();
        float x = Paper.MARGIN;
        card(x, y, "Net revenue retention (NRR)", ReadingGuide.nrr(report), ReadingGuide::nrr, guide.nrr());
        range(x, y, publication.nrrLow(), publication.nrrHigh());
        x += WIDE + GAP;
        card(
                x,
                y,
                "Gross revenue retention (GRR)",
                report.total().grr(),
                before -> before.total().grr(),
                guide.grr());
        range(x, y, publication.grrLow(), publication.grrHigh());
        x += WIDE + GAP;
        logos(x, y, Paper.WIDTH - Paper.MARGIN - x);
    }

    private void card(
            float x,
            float y,
            String name,
            Optional<Ratio> ratio,
            Function<Report, Optional<Ratio>> earlier,
            Reading reading)
            throws IOException {
        frame(x, y, WIDE, name, ratio, 30);
        before(x, y + 72, earlier);
        paragraph(x, y + 90, fonts.bold(), Ink.TEXT, WIDE, reading.stand().words());
        paragraph(x, y + 101, fonts.regular(), Ink.TEXT, WIDE, reading.sentence());
    }

    private void frame(float x, float y, float width, String name, Optional<Ratio> ratio, float size)
            throws IOException {
        paper.artifact(() -> {
            paper.box(Ink.ACCENT, x, y, width, 2);
            paper.line(Ink.LINE, 0.7f, x, y + HEIGHT, x + width, y + HEIGHT);
        });
        paragraph(x, y + 17, fonts.regular(), Ink.QUIET, width, name);
        paper.tagged(
                tags.element(StandardStructureTypes.P),
                () -> paper.text(fonts.bold(), size, Ink.ACCENT, x, y + 48, Format.percent(ratio)));
    }

    /** While variances are open. */
    private void range(float x, float y, @Nullable BigDecimal low, @Nullable BigDecimal high) throws IOException {
        if (board.publication().openVariances() > 0 && low != null && high != null) {
            paragraph(x, y + 61, fonts.bold(), Ink.ATTENTION, WIDE, ReadingGuide.range(low, high));
        }
    }

    private void before(float x, float y, Function<Report, Optional<Ratio>> earlier) throws IOException {
        if (board.before().isPresent()) {
            var before = board.before().get();
            paragraph(
                    x,
                    y,
                    fonts.regular(),
                    Ink.QUIET,
                    WIDE,
                    Words.of(Period.parse(before.publication().period())) + ": "
                            + Format.percent(earlier.apply(before)));
        }
    }

    private void logos(float x, float y, float width) throws IOException {
        var total = board.report().total();
        frame(x, y, width, "Logo retention", total.logoRetention(), 20);
        before(x, y + 72, before -> before.total().logoRetention());
        paragraph(
                x,
                y + 90,
                fonts.regular(),
                Ink.TEXT,
                width,
                Format.count(total.accounts().retained()) + " of "
                        + Format.count(total.accounts().cohort())
                        + " accounts of the opening cohort are still customers.");
    }

    private void paragraph(float x, float y, Typeface face, Ink ink, float width, String text) throws IOException {
        paper.tagged(
                tags.element(StandardStructureTypes.P), () -> paper.lines(face, 8, ink, x, y, width - INSET / 2, text));
    }
}
