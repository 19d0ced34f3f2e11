package dev.tieout.exports.pdf;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The two weights that a report is set in. */
record Fonts(Typeface regular, Typeface bold) {

    static Fonts load(PDDocument document) throws IOException {
        return new Fonts(Typeface.load(document, "Regular"), Typeface.load(document, "Bold"));
    }

    /** Whether any character had to be shown by its code point. */
    boolean replaced() {
        return regular.replaced() || bold.replaced();
    }
}
