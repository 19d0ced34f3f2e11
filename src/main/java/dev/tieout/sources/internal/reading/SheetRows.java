package dev.tieout.sources.internal.reading;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a sheet as text: numbers to the fifteen digits that a spreadsheet counts with, dates in ISO 8601, of a formula the result that
 * was stored with it. A formula without one is a problem of its row, because computing it is not ours to do.
 */
final class SheetRows implements TableRows {

    private static final MathContext PRECISION = new MathContext(15);
    private static final int LARGEST_EXPONENT = 40;
    private static final int MOST_COLUMNS = 16_384;
    private static final int LETTERS = 26;

    private final SharedTexts texts;
    private final DateStyles dates;
    private final Closeable workbook;
    private final Markup xml;
    private long line;

    SheetRows(InputStream part, SharedTexts texts, DateStyles dates, Closeable workbook) throws IOException {
        this.texts = texts;
        this.dates = dates;
        this.workbook = workbook;
        try {
            this.xml = Markup.of(part);
        } catch (XMLStreamException e) {
            throw Workbook.malformed();
        }
    }

    @Override
    public @Nullable TableRow next() throws IOException {
        try {
            while (xml.nextElement()) {
                if (xml.is("row")) {
                    var row = row();
                    if (!row.isBlank()) {
                        return row;
                    }
                }
            }
            return null;
        } catch (XMLStreamException e) {
            throw Workbook.malformed();
        }
    }

    private TableRow row() throws XMLStreamException {
        line = number(xml.attribute("r"), line + 1);
        var cells = new ArrayList<String>();
        String problem = null;
        int length = 0;
        while (xml.nextElementWithin("row")) {
            if (!xml.is("c")) {
                continue;
            }
            int column = column(xml.attribute("r"), cells.size());
            if (column < cells.size() || column >= MOST_COLUMNS) {
                throw Workbook.malformed();
            }
            while (cells.size() < column) {
                cells.add("");
            }
            var text = cell(xml.attribute("t"), xml.attribute("s"));
            problem = text == null ? "a formula without a stored result in column " + letters(column) : problem;
            length += text == null ? 0 : text.length();
            cells.add(length > LONGEST_RECORD || text == null ? "" : text);
        }
        if (length > LONGEST_RECORD) {
            problem = "a record of more than " + LONGEST_RECORD + " characters";
        }
        return new TableRow(line, cells, problem);
    }

    /** The cell's text; null for a formula that nothing is stored of. */
    private @Nullable String cell(@Nullable String type, @Nullable String style) throws XMLStreamException {
        String value = null;
        boolean formula = false;
        while (xml.nextElementWithin("c")) {
            if (xml.is("f")) {
                xml.text(0);
                formula = true;
            } else if (xml.is("is")) {
                value = SharedTexts.rich(xml, "is");
            } else if (xml.is("v")) {
                value = shown(xml.text(LONGEST_RECORD), type, style);
            }
        }
        return value == null && !formula ? "" : value;
    }

    private String shown(String value, @Nullable String type, @Nullable String style) {
        return switch (type == null ? "n" : type) {
            case "s" -> {
                var text = texts.at(value);
                if (text == null) {
                    throw Workbook.malformed();
                }
                yield text;
            }
            case "b" -> value.equals("1") ? "TRUE" : "FALSE";
            case "n" -> number(value, style);
            default -> value;
        };
    }

    private String number(String value, @Nullable String style) {
        if (value.length() > LARGEST_EXPONENT) {
            return value;
        }
        try {
            var number = new BigDecimal(value).round(PRECISION);
            if (dates.isDate(style, number)) {
                return dates.text(number);
            }
            boolean plain = Math.abs((long) number.precision() - number.scale()) < LARGEST_EXPONENT;
            return plain ? shortest(number) : value;
        } catch (NumberFormatException | ArithmeticException e) {
            return value;
        }
    }

    private static String shortest(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static long number(@Nullable String text, long otherwise) {
        try {
            return text == null ? otherwise : Math.max(Long.parseLong(text), otherwise);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** From 0; of a cell without a reference the next one. */
    private static int column(@Nullable String reference, int next) {
        if (reference == null) {
            return next;
        }
        int column = 0;
        for (int i = 0; i < reference.length() && column <= MOST_COLUMNS; i++) {
            char c = reference.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                column = column * LETTERS + (c - 'A' + 1);
            } else {
                break;
            }
        }
        return column == 0 ? next : column - 1;
    }

    private static String letters(int column) {
        var letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.toString();
    }

    @Override
    public boolean leavesOutBlanks() {
        return true;
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } finally {
            workbook.close();
        }
    }
}
