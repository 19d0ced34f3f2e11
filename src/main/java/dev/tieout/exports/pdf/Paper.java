package dev.tieout.exports.pdf;

import java.io.Closeable;
import java.io.IOException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/** One page of A4. Everything is measured in points from its top left; everything drawn belongs to a tag or is an artifact. */
final class Paper implements Closeable {

    static final float WIDTH = PDRectangle.A4.getWidth();
    static final float HEIGHT = PDRectangle.A4.getHeight();
    static final float MARGIN = 44;
    static final float ROOM = WIDTH - 2 * MARGIN;

    private final PDPage page = new PDPage(PDRectangle.A4);
    private final PDPageContentStream content;
    private final COSArray owners;
    private final Fonts fonts;

    Paper(PDDocument document, Tags tags, Fonts fonts) throws IOException {
        document.addPage(page);
        owners = tags.open(page);
        content = new PDPageContentStream(document, page);
        this.fonts = fonts;
    }

    /** Strokes and letters. */
    interface Drawing {
        void draw() throws IOException;
    }

    /** Draws what an element holds. */
    void tagged(PDStructureElement element, Drawing drawing) throws IOException {
        int id = owners.size();
        content.beginMarkedContent(COSName.getPDFName(element.getStructureType()), id);
        drawing.draw();
        content.endMarkedContent();
        element.setPage(page);
        element.appendKid(id);
        owners.add(element);
    }

    /** Draws what says nothing that the text does not say: lines, tints, page numbers. */
    void artifact(Drawing drawing) throws IOException {
        content.beginMarkedContent(COSName.ARTIFACT);
        drawing.draw();
        content.endMarkedContent();
    }

    /** A line of text on its base line. */
    void text(Typeface face, float size, Ink ink, float x, float y, String text) throws IOException {
        raw(face, size, ink, x, y, face.showable(text));
    }

    /** The same, ending at {@code x}. */
    void right(Typeface face, float size, Ink ink, float x, float y, String text) throws IOException {
        var shown = face.showable(text);
        raw(face, size, ink, x - face.width(shown, size), y, shown);
    }

    void centred(Typeface face, float size, Ink ink, float x, float y, String text) throws IOException {
        var shown = face.showable(text);
        raw(face, size, ink, x - face.width(shown, size) / 2, y, shown);
    }

    private void raw(Typeface face, float size, Ink ink, float x, float y, String shown) throws IOException {
        content.setNonStrokingColor(ink.colour());
        content.beginText();
        content.setFont(face.font(), size);
        content.newLineAtOffset(x, HEIGHT - y);
        content.showText(shown);
        content.endText();
    }

    /**
     * Text in lines of that width.
     *
     * @return the base line after the last
     */
    float lines(Typeface face, float size, Ink ink, float x, float y, float room, String text) throws IOException {
        float at = y;
        for (var line : face.wrap(text, size, room)) {
            raw(face, size, ink, x, at, line);
            at += size * 1.38f;
        }
        return at;
    }

    void box(Ink ink, double x, double y, double width, double height) throws IOException {
        content.setNonStrokingColor(ink.colour());
        content.addRect((float) x, (float) (HEIGHT - y - height), (float) width, (float) height);
        content.fill();
    }

    void line(Ink ink, float thickness, double x1, double y1, double x2, double y2) throws IOException {
        content.setStrokingColor(ink.colour());
        content.setLineWidth(thickness);
        content.moveTo((float) x1, (float) (HEIGHT - y1));
        content.lineTo((float) x2, (float) (HEIGHT - y2));
        content.stroke();
    }

    /** A word across the whole page, behind everything that is drawn after it. */
    void watermark(String word) throws IOException {
        float size = 92;
        var faint = new PDExtendedGraphicsState();
        faint.setNonStrokingAlphaConstant(0.16f);
        artifact(() -> {
            content.saveGraphicsState();
            content.setGraphicsStateParameters(faint);
            content.setNonStrokingColor(Ink.ATTENTION.colour());
            content.beginText();
            content.setFont(fonts.bold().font(), size);
            var turned = Matrix.getRotateInstance(Math.toRadians(52), WIDTH / 2, HEIGHT / 2);
            turned.concatenate(Matrix.getTranslateInstance(-fonts.bold().width(word, size) / 2, -size / 3));
            content.setTextMatrix(turned);
            content.showText(word);
            content.endText();
            content.restoreGraphicsState();
        });
    }

    PDRectangle frame(float x, float y, float width, float height) {
        return new PDRectangle(x, HEIGHT - y - height, width, height);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
