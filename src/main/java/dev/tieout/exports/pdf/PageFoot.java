package dev.tieout.exports.pdf;

import dev.tieout.web.ui.Words;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What stands at the foot of every page, so that a page alone still says what it belongs to. */
final class PageFoot {

    private static final float TOP = Paper.HEIGHT - 52;
    private static final float SIZE = 7;
    private static final int SHORT_HASH = 16;

    private final BoardReport board;
    private final Paper paper;
    private final Fonts fonts;

    PageFoot(BoardReport board, Paper paper, Fonts fonts) {
        this.board = board;
        this.paper = paper;
        this.fonts = fonts;
    }

    void draw(int page, int pages) throws IOException {
        var number = "Page " + page + " of " + pages;
        float room = Paper.ROOM - 70;
        paper.artifact(() -> {
            paper.line(Ink.LINE, 0.7f, Paper.MARGIN, TOP, Paper.WIDTH - Paper.MARGIN, TOP);
            line(TOP + 12, fonts.bold(), identity(), room);
            paper.right(fonts.regular(), SIZE, Ink.QUIET, Paper.WIDTH - Paper.MARGIN, TOP + 12, number);
            line(TOP + 22, fonts.regular(), approvers(), Paper.ROOM);
            line(TOP + 32, fonts.regular(), stamps(), Paper.ROOM);
        });
    }

    private void line(float y, Typeface face, String text, float room) throws IOException {
        paper.text(face, SIZE, Ink.QUIET, Paper.MARGIN, y, face.fit(text, SIZE, room));
    }

    private String identity() {
        return board.organisation() + ", " + board.period() + ", version "
                + board.publication().version() + ", " + board.status() + ", published "
                + board.at(board.publication().publishedAt());
    }

    private String approvers() {
        var approvers = board.publication().stamps().approvers();
        return approvers.isEmpty()
                ? "Nobody has signed yet."
                : "Signed: "
                        + approvers.stream()
                                .map(approver -> Words.label(approver.signed()).toLowerCase(Locale.ENGLISH) + " by "
                                        + approver.person() + ", " + board.at(approver.at()))
                                .collect(Collectors.joining("; "));
    }

    private String stamps() {
        var stamps = board.publication().stamps();
        return "Policy " + stamps.policy() + "; "
                + stamps.rules().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(table -> table.getKey() + " " + table.getValue())
                        .collect(Collectors.joining(", "))
                + "; cohort " + shortened(stamps.cohortHash()) + "; figures " + shortened(stamps.content());
    }

    static String shortened(String sha256) {
        return sha256.length() > SHORT_HASH ? sha256.substring(0, SHORT_HASH) : sha256;
    }
}
