package dev.tieout.exports.pdf;

import dev.tieout.exports.internal.BridgeLayout;
import dev.tieout.metrics.BridgeStep;
import dev.tieout.metrics.BridgeStep.Kind;
import dev.tieout.publication.Publication.Status;
import dev.tieout.terms.Ratio;
import dev.tieout.web.ui.Format;
import dev.tieout.web.ui.Words;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDLayoutAttributeObject;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/** What the board has to know: the ratios, whether they are to be relied on, and the bridge. */
final class FrontPage {

    private static final float CHART_HEIGHT = 176;

    private final BoardReport board;
    private final Paper paper;
    private final Tags tags;
    private final Fonts fonts;
    private float y = Paper.MARGIN;

    FrontPage(BoardReport board, Paper paper, Tags tags, Fonts fonts) {
        this.board = board;
        this.paper = paper;
        this.tags = tags;
        this.fonts = fonts;
    }

    void draw() throws IOException {
        heading();
        callouts();
        new Cards(board, paper, tags, fonts).draw(y);
        y += Cards.HEIGHT + 14;
        if (board.guide().divergence().isPresent()) {
            callout(board.guide().divergence().get(), Ink.ATTENTION, Ink.ATTENTION_TINT);
        }
        chart();
        lineItems();
    }

    private void heading() throws IOException {
        var publication = board.publication();
        paper.tagged(
                tags.element(StandardStructureTypes.P),
                () -> paper.text(
                        fonts.bold(),
                        10,
                        Ink.ACCENT,
                        Paper.MARGIN,
                        y + 8,
                        fonts.bold().fit(board.organisation(), 10, Paper.ROOM - 110)));
        mark();
        paper.tagged(
                tags.element(StandardStructureTypes.H1),
                () -> paper.text(fonts.bold(), 23, Ink.TEXT, Paper.MARGIN, y + 38, board.title()));
        var line = "Version " + publication.version() + ", " + board.status() + ", published "
                + board.at(publication.publishedAt()) + " (" + board.zone() + "). Amounts are "
                + board.report().view() + " in " + board.currency() + ".";
        paper.tagged(
                tags.element(StandardStructureTypes.P),
                () -> paper.text(fonts.regular(), 9, Ink.QUIET, Paper.MARGIN, y + 54, line));
        y += 70;
    }

    /** The status at the top right, in a word. */
    private void mark() throws IOException {
        var status = board.publication().status();
        var word = Words.of(status);
        float width = fonts.bold().width(word, 9) + 16;
        paper.artifact(() -> paper.box(tint(status), Paper.WIDTH - Paper.MARGIN - width, y - 3, width, 16));
        paper.tagged(
                tags.element(StandardStructureTypes.P),
                () -> paper.right(fonts.bold(), 9, ink(status), Paper.WIDTH - Paper.MARGIN - 8, y + 8, word));
    }

    private static Ink ink(Status status) {
        return switch (status) {
            case PROVISIONAL -> Ink.ATTENTION;
            case FINAL -> Ink.GOOD;
            case RESTATED -> Ink.ACCENT;
        };
    }

    private static Ink tint(Status status) {
        return switch (status) {
            case PROVISIONAL -> Ink.ATTENTION_TINT;
            case FINAL -> Ink.GOOD_TINT;
            case RESTATED -> Ink.ACCENT_TINT;
        };
    }

    private void callouts() throws IOException {
        var publication = board.publication();
        if (publication.status() == Status.PROVISIONAL) {
            callout(provisional(), Ink.ATTENTION, Ink.ATTENTION_TINT);
        }
        if (publication.status() == Status.RESTATED) {
            var replaced = board.restated()
                    .map(version -> " It replaces version " + version.version() + " (" + Words.within(version.status())
                            + ", published " + board.at(version.publishedAt()) + ").")
                    .orElse("");
            callout("Restated by an approved correction." + replaced, Ink.ACCENT, Ink.ACCENT_TINT);
        }
    }

    private String provisional() {
        var publication = board.publication();
        return publication.openVariances() == 0
                ? "Provisional: no variance is open, but the publication is not signed off yet. The figures are not to be quoted as final."
                : "Provisional: "
                        + Words.counted(publication.openVariances(), "variance was", "variances were") + " open, "
                        + Format.money(board.report().openVariance(), board.currency()) + " of "
                        + board.report().view()
                        + (publication.openVariances() == 1 ? "." : " together.")
                        + " The lines below the ratios say what that could move NRR and GRR to; the figures are not to be quoted as final.";
    }

    private void callout(String text, Ink ink, Ink tint) throws IOException {
        int lines = fonts.regular().wrap(text, 9, Paper.ROOM - 24).size();
        float height = lines * 12.4f + 11;
        paper.artifact(() -> {
            paper.box(tint, Paper.MARGIN, y, Paper.ROOM, height);
            paper.box(ink, Paper.MARGIN, y, 3, height);
        });
        paper.tagged(
                tags.element(StandardStructureTypes.P),
                () -> paper.lines(fonts.regular(), 9, Ink.TEXT, Paper.MARGIN + 14, y + 15, Paper.ROOM - 24, text));
        y += height + 10;
    }

    private void title(String text) throws IOException {
        paper.tagged(
                tags.element(StandardStructureTypes.H2),
                () -> paper.text(fonts.bold(), 12, Ink.TEXT, Paper.MARGIN, y + 12, text));
        y += 20;
    }

    private void chart() throws IOException {
        title("Bridge from opening to closing");
        var layout = BridgeLayout.of(board.report().total(), board.currency(), Paper.ROOM, CHART_HEIGHT);
        var figure = tags.element(StandardStructureTypes.Figure);
        figure.setAlternateDescription("Bridge in " + board.currency() + ": "
                + layout.bars().stream()
                        .map(bar -> bar.name() + " " + bar.amount())
                        .collect(Collectors.joining(", ")) + ". The table below has the exact amounts.");
        var place = new PDLayoutAttributeObject();
        place.setBBox(paper.frame(Paper.MARGIN, y, Paper.ROOM, CHART_HEIGHT));
        figure.addAttribute(place);
        paper.tagged(figure, () -> bars(layout));
        y += CHART_HEIGHT + 8;
        if (layout.cut().isPresent()) {
            paper.tagged(
                    tags.element(StandardStructureTypes.P),
                    () -> paper.text(
                            fonts.regular(),
                            7.5f,
                            Ink.QUIET,
                            Paper.MARGIN,
                            y + 4,
                            layout.cut().get()));
            y += 14;
        }
    }

    private void bars(BridgeLayout layout) throws IOException {
        paper.line(Ink.LINE, 0.7f, Paper.MARGIN, y + layout.ground(), Paper.MARGIN + Paper.ROOM, y + layout.ground());
        BridgeLayout.Bar previous = null;
        for (var bar : layout.bars()) {
            if (previous != null) {
                double level = y + previous.level();
                paper.line(
                        Ink.QUIET,
                        0.4f,
                        Paper.MARGIN + previous.left() + previous.width(),
                        level,
                        Paper.MARGIN + bar.left(),
                        level);
            }
            paper.box(
                    Ink.of(bar.kind()),
                    Paper.MARGIN + bar.left(),
                    y + bar.top(),
                    bar.width(),
                    bar.bottom() - bar.top());
            if (layout.cut().isPresent() && bar.kind() == Kind.BALANCE) {
                cut(bar, y + layout.ground() - 14);
            }
            float middle = (float) (Paper.MARGIN + bar.middle());
            paper.centred(fonts.bold(), 7.5f, Ink.TEXT, middle, (float) (y + bar.top() - 4), bar.amount());
            paper.centred(fonts.regular(), 8, Ink.QUIET, middle, (float) (y + layout.height() - 4), bar.name());
            previous = bar;
        }
    }

    /** Two strokes across a bar that is shorter than its amount. */
    private void cut(BridgeLayout.Bar bar, double at) throws IOException {
        double left = Paper.MARGIN + bar.left() - 3;
        double right = Paper.MARGIN + bar.left() + bar.width() + 3;
        paper.line(Ink.WHITE, 1.6f, left, at + 2, right, at - 3);
        paper.line(Ink.WHITE, 1.6f, left, at + 6, right, at + 1);
    }

    private void lineItems() throws IOException {
        title("Line items");
        var table = new Table(paper, tags, fonts, 8.5f, new float[] {187, 120, 110, 90}, y);
        table.head(List.of("Step", board.report().view() + ", " + board.currency(), "Of opening", "Accounts"));
        var steps = BridgeStep.of(board.report().total());
        for (var step : steps.subList(0, steps.size() - 1)) {
            table.row(cells(step));
        }
        table.total(cells(steps.getLast()));
        y = table.bottom();
    }

    private List<String> cells(BridgeStep step) {
        return List.of(
                step.name(),
                step.kind() == Kind.BALANCE
                        ? Format.amount(step.amount(), board.currency())
                        : Format.signed(step.amount(), board.currency()),
                share(step.amount()),
                step.accounts() == null ? Format.NONE : Format.count(step.accounts()));
    }

    private String share(BigDecimal amount) {
        Optional<Ratio> ratio = Ratio.of(amount, board.report().total().opening());
        return ratio.map(Ratio::percent)
                .map(text -> text.replace('-', '\u2212'))
                .orElse(Format.NONE);
    }
}
