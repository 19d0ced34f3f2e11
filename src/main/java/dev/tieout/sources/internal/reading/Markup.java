package dev.tieout.sources.internal.reading;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A part of a workbook, read forwards. A document type refuses it: workbooks have none, attackers do. */
final class Markup implements AutoCloseable {

    private static final XMLInputFactory FACTORY = factory();

    private final InputStream part;
    private final XMLStreamReader reader;

    private Markup(InputStream part, XMLStreamReader reader) {
        this.part = part;
        this.reader = reader;
    }

    static Markup of(InputStream part) throws XMLStreamException {
        return new Markup(part, FACTORY.createXMLStreamReader(part));
    }

    /** Goes to the next beginning of an element; false at the end. */
    boolean nextElement() throws XMLStreamException {
        while (reader.hasNext()) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    /** Goes to the next beginning of an element inside one of that name; false at that one's end. */
    boolean nextElementWithin(String name) throws XMLStreamException {
        while (reader.hasNext()) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals(name)) {
                return false;
            }
        }
        return false;
    }

    /** The text up to the end of the element that has just begun, without its inner elements' tags; cut at {@code longest}. */
    String text(int longest) throws XMLStreamException {
        var text = new StringBuilder();
        int depth = 1;
        while (depth > 0 && reader.hasNext()) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    int room = Math.min(longest - text.length(), reader.getTextLength());
                    text.append(reader.getTextCharacters(), reader.getTextStart(), Math.max(room, 0));
                }
                default -> {}
            }
        }
        return text.toString();
    }

    private int next() throws XMLStreamException {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw Workbook.malformed();
        }
        return event;
    }

    boolean is(String name) {
        return reader.getLocalName().equals(name);
    }

    /** By its local name: relation ids have a prefix. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    @Override
    public void close() throws IOException {
        part.close();
    }
}
