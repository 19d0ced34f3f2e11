package dev.tieout.exports.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/** A table of single lines: the first column is text and names its row, the others are numbers and stand to the right. */
final class Table {

    private final Paper paper;
    private final Tags tags;
    private final Fonts fonts;
    private final float size;
    private final float[] ends;
    private final PDStructureElement table;
    private float y;

    /**
     * An empty table.
     *
     * @param widths of the columns, together the width of the table
     * @param top of its header
     */
    Table(Paper paper, Tags tags, Fonts fonts, float size, float[] widths, float top) {
        this.paper = paper;
        this.tags = tags;
        this.fonts = fonts;
        this.size = size;
        this.ends = new float[widths.length];
        float end = Paper.MARGIN;
        for (int c = 0; c < widths.length; c++) {
            end += widths[c];
            ends[c] = end;
        }
        this.table = tags.element(StandardStructureTypes.TABLE);
        this.y = top;
    }

    float rowHeight() {
        return size * 1.85f;
    }

    void head(List<String> texts) throws IOException {
        row(texts, fonts.regular(), Ink.QUIET, true);
        rule(Ink.LINE, 0.7f);
    }

    void row(List<String> texts) throws IOException {
        row(texts, fonts.regular(), Ink.TEXT, false);
        rule(Ink.TINT, 0.7f);
    }

    void total(List<String> texts) throws IOException {
        rule(Ink.QUIET, 0.7f);
        row(texts, fonts.bold(), Ink.TEXT, false);
    }

    /** Below its last row. */
    float bottom() {
        return y;
    }

    private void rule(Ink ink, float thickness) throws IOException {
        paper.artifact(() -> paper.line(ink, thickness, Paper.MARGIN, y, ends[ends.length - 1], y));
    }

    private void row(List<String> texts, Typeface face, Ink ink, boolean head) throws IOException {
        var row = tags.element(StandardStructureTypes.TR, table);
        float base = y + rowHeight() * 0.68f;
        for (int c = 0; c < texts.size(); c++) {
            int column = c;
            paper.tagged(cell(row, head, column), () -> {
                if (column == 0) {
                    float room = ends[0] - Paper.MARGIN - 6;
                    paper.text(face, size, ink, Paper.MARGIN, base, face.fit(texts.getFirst(), size, room));
                } else {
                    paper.right(face, size, ink, ends[column], base, texts.get(column));
                }
            });
        }
        y += rowHeight();
    }

    private PDStructureElement cell(PDStructureElement row, boolean head, int column) {
        if (!head && column > 0) {
            return tags.element(StandardStructureTypes.TD, row);
        }
        var heading = tags.element(StandardStructureTypes.TH, row);
        var attribute = new PDTableAttributeObject();
        attribute.setScope(head ? PDTableAttributeObject.SCOPE_COLUMN : PDTableAttributeObject.SCOPE_ROW);
        heading.addAttribute(attribute);
        return heading;
    }

    /** A first column of that width, and equal ones in the room that is left. */
    static float[] widths(float first, int others) {
        var widths = new float[others + 1];
        widths[0] = first;
        for (int c = 1; c <= others; c++) {
            widths[c] = (Paper.ROOM - first) / others;
        }
        return widths;
    }

    /** Rows that fit between two heights. */
    static int fitting(float from, float to, float size) {
        return Math.max(0, (int) ((to - from) / (size * 1.85f)));
    }

    static List<String> cells(String first, List<String> others) {
        var cells = new ArrayList<String>();
        cells.add(first);
        cells.addAll(others);
        return cells;
    }
}
