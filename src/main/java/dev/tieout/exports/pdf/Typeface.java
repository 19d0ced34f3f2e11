package dev.tieout.exports.pdf;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * One weight of Liberation Sans (SIL Open Font License), embedded as far as it is used. It has Latin, Greek and Cyrillic letters; a character
 * that it has not, or that is written from right to left, is shown by its code point, {@code [U+5317]}: ugly, never wrong or silent.
 */
final class Typeface {

    private static final String ELLIPSIS = "…";

    private final PDType0Font font;
    private final CmapLookup glyphs;
    private boolean replaced;

    private Typeface(PDType0Font font, CmapLookup glyphs) {
        this.font = font;
        this.glyphs = glyphs;
    }

    /** @param weight {@code Regular} or {@code Bold} */
    static Typeface load(PDDocument document, String weight) throws IOException {
        var resource = "/liberation/LiberationSans-" + weight + ".ttf";
        try (var bytes = Typeface.class.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new IOException("there is no font " + resource);
            }
            var parsed = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
            // Ligatures would hide letters from those who search or copy the text.
            parsed.setEnableGsub(false);
            document.registerTrueTypeFontForClosing(parsed);
            return new Typeface(PDType0Font.load(document, parsed, true), parsed.getUnicodeCmapLookup());
        }
    }

    PDFont font() {
        return font;
    }

    /** Whether a character had to be shown by its code point. */
    boolean replaced() {
        return replaced;
    }

    /** The text as this font can show it. */
    String showable(String text) {
        var shown = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(point -> {
            if (has(point)) {
                shown.appendCodePoint(point);
            } else {
                replaced = true;
                shown.append("[U+%04X]".formatted(point));
            }
        });
        return shown.toString();
    }

    private boolean has(int point) {
        var direction = Character.getDirectionality(point);
        boolean fromTheRight = direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
        return point >= ' ' && !fromTheRight && glyphs.getGlyphId(point) != 0;
    }

    /** In points. The text is {@link #showable} already. */
    float width(String text, float size) {
        try {
            return font.getStringWidth(text) / 1000 * size;
        } catch (IOException e) {
            throw new IllegalStateException("a font that was loaded cannot be measured", e);
        }
    }

    /** The text, or as much of its beginning as fits, with an ellipsis. Never for amounts. */
    String fit(String text, float size, float room) {
        var shown = showable(text);
        if (width(shown, size) <= room) {
            return shown;
        }
        int end = shown.length();
        while (end > 0 && width(shown.substring(0, end) + ELLIPSIS, size) > room) {
            end = shown.offsetByCodePoints(end, -1);
        }
        return shown.substring(0, end).stripTrailing() + ELLIPSIS;
    }

    /** The text in lines that fit; a word wider than a line is broken. */
    List<String> wrap(String text, float size, float room) {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : showable(text).split(" ", -1)) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer, size) <= room) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            var rest = word;
            while (width(rest, size) > room) {
                int end = rest.length() - 1;
                while (end > 1 && width(rest.substring(0, end), size) > room) {
                    end--;
                }
                lines.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
            line = rest;
        }
        lines.add(line);
        return lines;
    }
}
