package dev.tieout.rules.internal;

import dev.tieout.rules.internal.Cell.Any;
import dev.tieout.rules.internal.Cell.Between;
import dev.tieout.rules.internal.Cell.Comparison;
import dev.tieout.rules.internal.Cell.OneOf;
import dev.tieout.rules.internal.Cell.YesNo;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A decision table as DMN 1.3 with hit policy FIRST, to look at in a modeler or to run elsewhere. An export only: Tieout never reads DMN.
 * Amounts are in major units. What a cell asks for has a name without blanks ({@code everActive}), so that every FEEL engine reads it;
 * people see the label.
 */
final class DmnDocument {

    private static final String MODEL = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    private static final String DIAGRAM = "https://www.omg.org/spec/DMN/20191111/DMNDI/";
    private static final String BOUNDS = "http://www.omg.org/spec/DMN/20180521/DC/";
    private static final String LINES = "http://www.omg.org/spec/DMN/20180521/DI/";
    private static final String OURS = "urn:tieout:rules";
    private static final int BELOW = 320;

    private final DecisionTable table;
    private final XMLStreamWriter xml;

    private DmnDocument(DecisionTable table, XMLStreamWriter xml) {
        this.table = table;
        this.xml = xml;
    }

    static String of(DecisionTable table, int version) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            new DmnDocument(table, xml).write(version);
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("Writing to memory failed", impossible);
        }
        return text.toString();
    }

    private void write(int version) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("definitions");
        xml.writeDefaultNamespace(MODEL);
        xml.writeNamespace("dmndi", DIAGRAM);
        xml.writeNamespace("dc", BOUNDS);
        xml.writeNamespace("di", LINES);
        xml.writeAttribute("id", table.name() + "-v" + version);
        xml.writeAttribute("name", table.schema().title() + ", version " + version);
        xml.writeAttribute("namespace", OURS);
        xml.writeAttribute("exporter", "Tieout");
        for (int i = 0; i < asking().size(); i++) {
            input(i);
        }
        decision();
        diagram();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private List<Column> asking() {
        return table.schema().columns().stream().filter(Column::asks).toList();
    }

    private void input(int column) throws XMLStreamException {
        var asked = asking().get(column);
        xml.writeStartElement("inputData");
        xml.writeAttribute("id", "input-" + column);
        xml.writeAttribute("name", name(asked));
        xml.writeEmptyElement("variable");
        xml.writeAttribute("id", "variable-" + column);
        xml.writeAttribute("name", name(asked));
        xml.writeAttribute("typeRef", type(asked));
        xml.writeEndElement();
    }

    /** {@code ever active} as {@code everActive}. */
    static String name(Column column) {
        var name = new StringBuilder();
        for (String word : column.label().split(" ", -1)) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }

    private static String type(Column column) {
        return switch (column.type()) {
            case NumberCells _ -> "number";
            case YesNoCells _ -> "boolean";
            case WordCells _ -> "string";
        };
    }

    private void decision() throws XMLStreamException {
        xml.writeStartElement("decision");
        xml.writeAttribute("id", table.name());
        xml.writeAttribute("name", table.schema().title());
        xml.writeEmptyElement("variable");
        xml.writeAttribute("id", "decided");
        xml.writeAttribute("name", table.schema().title());
        for (int i = 0; i < asking().size(); i++) {
            xml.writeStartElement("informationRequirement");
            xml.writeAttribute("id", "requires-" + i);
            xml.writeEmptyElement("requiredInput");
            xml.writeAttribute("href", "#input-" + i);
            xml.writeEndElement();
        }
        xml.writeStartElement("decisionTable");
        xml.writeAttribute("id", "table");
        xml.writeAttribute("hitPolicy", "FIRST");
        columns();
        for (DecisionTable.Row row : table.rows()) {
            rule(row);
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void columns() throws XMLStreamException {
        var columns = table.schema().columns();
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            if (column.asks()) {
                xml.writeStartElement("input");
                xml.writeAttribute("id", "column-" + i);
                xml.writeAttribute("label", column.label());
                xml.writeStartElement("inputExpression");
                xml.writeAttribute("id", "expression-" + i);
                xml.writeAttribute("typeRef", type(column));
                element("text", name(column));
                xml.writeEndElement();
                xml.writeEndElement();
            } else {
                xml.writeEmptyElement("output");
                xml.writeAttribute("id", "column-" + i);
                xml.writeAttribute("label", column.label());
                xml.writeAttribute("name", name(column));
                xml.writeAttribute("typeRef", type(column));
            }
        }
    }

    private void rule(DecisionTable.Row row) throws XMLStreamException {
        xml.writeStartElement("rule");
        xml.writeAttribute("id", "row-" + row.number());
        element("description", row.description());
        for (int i = 0; i < row.cells().size(); i++) {
            var column = table.schema().columns().get(i);
            var cell = row.cells().get(i);
            xml.writeStartElement(column.asks() ? "inputEntry" : "outputEntry");
            xml.writeAttribute("id", "cell-" + row.number() + "-" + i);
            element("text", column.asks() ? test(cell) : answer(cell));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String test(Cell cell) {
        return switch (cell) {
            case Any _ -> "-";
            case YesNo answer -> Boolean.toString(answer.yes());
            case OneOf words -> words.words().stream().map(DmnDocument::quoted).collect(Collectors.joining(", "));
            case Comparison comparison -> test(comparison);
            case Between between -> between.text();
        };
    }

    private static String test(Comparison comparison) {
        String number = comparison.number().toPlainString();
        return switch (comparison.operator()) {
            case EQUAL -> number;
            case DIFFERENT -> "not(" + number + ")";
            case ABOVE, AT_LEAST, BELOW, AT_MOST -> comparison.operator().symbol() + " " + number;
        };
    }

    /** A mark that is empty says no. */
    private static String answer(Cell cell) {
        return switch (cell) {
            case YesNo answer -> Boolean.toString(answer.yes());
            case OneOf words -> quoted(words.words().getFirst());
            case Any _, Comparison _, Between _ -> "false";
        };
    }

    /** Words of closed lists hold letters and underscores only. */
    private static String quoted(String word) {
        return "\"" + word + "\"";
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void diagram() throws XMLStreamException {
        xml.writeStartElement("dmndi", "DMNDI", DIAGRAM);
        xml.writeStartElement("dmndi", "DMNDiagram", DIAGRAM);
        xml.writeAttribute("id", "diagram");
        for (int i = 0; i < asking().size(); i++) {
            shape("input-" + i, left(i), BELOW, 125, 45);
            edge(i);
        }
        shape(table.name(), middle() - 110, 60, 220, 80);
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /** All in one row, so that no line crosses another shape. */
    private static int left(int input) {
        return 40 + input * 140;
    }

    private int middle() {
        return Math.max(450, (left(0) + left(asking().size() - 1) + 125) / 2);
    }

    private void edge(int input) throws XMLStreamException {
        xml.writeStartElement("dmndi", "DMNEdge", DIAGRAM);
        xml.writeAttribute("id", "edge-" + input);
        xml.writeAttribute("dmnElementRef", "requires-" + input);
        waypoint(left(input) + 62, BELOW);
        waypoint(middle(), 140);
        xml.writeEndElement();
    }

    private void waypoint(int x, int y) throws XMLStreamException {
        xml.writeEmptyElement("di", "waypoint", LINES);
        xml.writeAttribute("x", Integer.toString(x));
        xml.writeAttribute("y", Integer.toString(y));
    }

    private void shape(String of, int x, int y, int width, int height) throws XMLStreamException {
        xml.writeStartElement("dmndi", "DMNShape", DIAGRAM);
        xml.writeAttribute("id", "shape-" + of);
        xml.writeAttribute("dmnElementRef", of);
        xml.writeEmptyElement("dc", "Bounds", BOUNDS);
        xml.writeAttribute("height", Integer.toString(height));
        xml.writeAttribute("width", Integer.toString(width));
        xml.writeAttribute("x", Integer.toString(x));
        xml.writeAttribute("y", Integer.toString(y));
        xml.writeEndElement();
    }
}
