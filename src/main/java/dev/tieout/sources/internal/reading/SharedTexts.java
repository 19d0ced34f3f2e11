package dev.tieout.sources.internal.reading;

import dev.tieout.sources.Sources.FileRefused;
import dev.tieout.terms.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The texts that a workbook's cells refer to by number. */
final class SharedTexts {

    /** What all of them may take, at two bytes a character and 64 for each: a quarter of a small heap. */
    private static final long ROOM = 128L * 1024 * 1024;

    private static final int OVERHEAD = 64;

    private final List<String> texts = new ArrayList<>();

    private SharedTexts() {}

    static SharedTexts read(@Nullable InputStream part) throws IOException {
        var shared = new SharedTexts();
        if (part == null) {
            return shared;
        }
        long taken = 0;
        try (var xml = Markup.of(part)) {
            while (xml.nextElement()) {
                if (xml.is("si")) {
                    var text = rich(xml, "si");
                    taken += OVERHEAD + 2L * text.length();
                    if (taken > ROOM) {
                        throw new FileRefused(
                                Refusal.Kind.TOO_LARGE,
                                "file-too-large",
                                "The workbook holds more different texts than fit; save the sheet as CSV.");
                    }
                    shared.texts.add(text);
                }
            }
        } catch (XMLStreamException e) {
            throw Workbook.malformed();
        }
        return shared;
    }

    /** The text of an element whose runs are formatted each for itself; readings beside the text are left out. */
    static String rich(Markup xml, String element) throws XMLStreamException {
        var text = new StringBuilder();
        while (xml.nextElementWithin(element)) {
            if (xml.is("rPh")) {
                xml.text(0);
            } else if (xml.is("t")) {
                text.append(xml.text(TableRows.LONGEST_RECORD - Math.min(text.length(), TableRows.LONGEST_RECORD)));
            }
        }
        return text.toString();
    }

    /** Null for a number that there is no text of. */
    @Nullable
    String at(String number) {
        try {
            int index = Integer.parseInt(number);
            return index >= 0 && index < texts.size() ? texts.get(index) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
