package dev.tieout.exports.pdf;

import dev.tieout.publication.report.ReadingGuide;
import dev.tieout.publication.report.ReadingGuide.Stand;
import dev.tieout.web.ui.Words;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/** Slices, how to read the ratios, and where the numbers come from. */
final class BackPage {

    private static final float FOOT = Paper.HEIGHT - 60;
    private static final int LISTED_SOURCES = 6;

    private final BoardReport board;
    private final Paper paper;
    private final Tags tags;
    private final Fonts fonts;
    private float y = Paper.MARGIN;

    BackPage(BoardReport board, Paper paper, Tags tags, Fonts fonts) {
        this.board = board;
        this.paper = paper;
        this.tags = tags;
        this.fonts = fonts;
    }

    void draw() throws IOException {
        if (!board.report().slices().isEmpty()) {
            slices();
        }
        guide();
        stamps();
    }

    private void title(String text) throws IOException {
        paper.tagged(
                tags.element(StandardStructureTypes.H2),
                () -> paper.text(fonts.bold(), 12, Ink.TEXT, Paper.MARGIN, y + 12, text));
        y += 20;
    }

    private void slices() throws IOException {
        title("By " + Words.labelWithin(board.report().dimension()));
        // Four hundred points for the guide and the stamps below.
        int rows = Table.fitting(y, FOOT - 420, SliceRows.SIZE) - 2;
        var slices = SliceRows.of(board, fonts.bold(), rows);
        y = slices.draw(paper, tags, fonts, y);
        paragraph(slices.note());
        y += 10;
    }

    private void paragraph(String text) throws IOException {
        float[] end = {y};
        paper.tagged(
                tags.element(StandardStructureTypes.P),
                () -> end[0] = paper.lines(fonts.regular(), 8, Ink.QUIET, Paper.MARGIN, y + 12, Paper.ROOM, text));
        y = end[0];
    }

    private void guide() throws IOException {
        title("How to read NRR and GRR");
        paragraph(
                "NRR is what the customers of the opening bring in at the closing, per cent of what they brought in at the opening,"
                        + " expansion included. GRR is the same without expansion and so never above 100 %. Neither counts new customers. "
                        + ReadingGuide.ABOUT);
        y += 2;
        reading(Stand.ABOVE, ReadingGuide.ofNrr(Stand.ABOVE), "GRR is never above 100 %.");
        reading(Stand.ABOUT, ReadingGuide.ofNrr(Stand.ABOUT), ReadingGuide.ofGrr(Stand.ABOUT));
        reading(Stand.BELOW, ReadingGuide.ofNrr(Stand.BELOW), ReadingGuide.ofGrr(Stand.BELOW));
        if (board.guide().gap().isPresent()) {
            paragraph("In this report: " + board.guide().gap().get());
        }
        paragraph("When NRR rises while GRR falls, expansion of some customers covers growing losses among others: "
                + (board.guide().divergence().isPresent()
                        ? "this report shows it, see page 1."
                        : board.before().isPresent()
                                ? "this report does not show it against the period before."
                                : "there is no period before to compare with."));
        y += 12;
    }

    /** What both ratios say there; tinted where this report stands. */
    private void reading(Stand stand, String nrr, String grr) throws IOException {
        float first = 74;
        float half = (Paper.ROOM - first) / 2;
        int lines = Math.max(
                fonts.regular().wrap(nrr, 8, half - 40).size(),
                fonts.regular().wrap(grr, 8, half - 40).size());
        float height = lines * 11.1f + 8;
        paper.artifact(() -> {
            tint(board.guide().nrr().stand() == stand, Paper.MARGIN + first, half, height);
            tint(board.guide().grr().stand() == stand, Paper.MARGIN + first + half, half, height);
        });
        paper.tagged(
                tags.element(StandardStructureTypes.P),
                () -> paper.text(fonts.bold(), 8, Ink.TEXT, Paper.MARGIN, y + 12, stand.words()));
        cell("NRR", nrr, Paper.MARGIN + first, half);
        cell("GRR", grr, Paper.MARGIN + first + half, half);
        y += height + 2;
    }

    private void tint(boolean here, float x, float width, float height) throws IOException {
        if (here) {
            paper.box(Ink.ACCENT_TINT, x, y, width - 4, height);
        }
    }

    private void cell(String name, String text, float x, float width) throws IOException {
        paper.tagged(tags.element(StandardStructureTypes.P), () -> {
            paper.text(fonts.bold(), 8, Ink.ACCENT, x + 6, y + 12, name);
            paper.lines(fonts.regular(), 8, Ink.TEXT, x + 32, y + 12, width - 40, text);
        });
    }

    private void stamps() throws IOException {
        title("How these numbers came about");
        var stamps = board.publication().stamps();
        fact(
                "Metric policy",
                "Version " + stamps.policy() + "; reactivation "
                        + (stamps.reactivationInNrr() ? "counts in NRR" : "does not count in NRR"));
        for (var table : stamps.rules().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList()) {
            fact(
                    Words.label(table.getKey()),
                    "Version " + table.getValue() + ", SHA-256 "
                            + stamps.ruleHashes().getOrDefault(table.getKey(), "unknown"));
        }
        fact("Opening cohort", "SHA-256 " + stamps.cohortHash());
        fact("Figures", "SHA-256 " + stamps.content());
        sources();
        for (var approver : stamps.approvers()) {
            fact(Words.label(approver.signed()) + " signed by", approver.person() + ", " + board.at(approver.at()));
        }
        // Without the note's reason: it is free text and may name accounts, and this document travels.
        for (var correction : stamps.corrections()) {
            fact(
                    "Correction " + correction.id(),
                    "Of " + correction.period() + ", raised by " + correction.raisedBy() + ", approved by "
                            + correction.approvedBy() + ", " + board.at(correction.approvedAt()));
        }
        fact("Build of Tieout", stamps.build());
        if (fonts.replaced()) {
            paragraph(
                    "Characters that the font of this document does not have are shown by their Unicode number, as in [U+5317]."
                            + " The CSV and XLSX exports have them as they are.");
        }
    }

    private void sources() throws IOException {
        var sources = board.publication().stamps().sources();
        for (var source : sources.subList(0, Math.min(sources.size(), LISTED_SOURCES))) {
            fact(
                    Words.label(source.kind().toLowerCase(Locale.ROOT)) + " file",
                    source.rows() + " rows, SHA-256 " + source.sha256());
        }
        if (sources.size() > LISTED_SOURCES) {
            fact("Further files", (sources.size() - LISTED_SOURCES) + ", named in the exports and on screen");
        }
    }

    private void fact(String name, String value) throws IOException {
        float base = y + 10;
        paper.tagged(tags.element(StandardStructureTypes.P), () -> {
            paper.text(
                    fonts.regular(),
                    7.5f,
                    Ink.QUIET,
                    Paper.MARGIN,
                    base,
                    fonts.regular().fit(name, 7.5f, 122));
            paper.text(
                    fonts.regular(),
                    7.5f,
                    Ink.TEXT,
                    Paper.MARGIN + 126,
                    base,
                    fonts.regular().fit(value, 7.5f, Paper.ROOM - 126));
        });
        y += 12;
    }
}
