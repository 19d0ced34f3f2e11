package dev.tieout.sources.internal.reading;

import dev.tieout.sources.Sources.FileRefused;
import dev.tieout.terms.Refusal;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Delimited text as RFC 4180 has it, with line ends of any kind. A record that breaks the rules — text after a closing quote, a quote that is
 * not closed, a record beyond {@link #LONGEST_RECORD} — is a row with a problem up to the end of its first line, and reading goes on
 * with the next line: one bad quote does not swallow the file. Holds two records at most.
 */
final class CsvRows implements TableRows {

    private static final int CAPACITY = 2 * LONGEST_RECORD;
    private static final int SHOWN = 2_000;

    /** Characters that may be read twice because a record was broken; beyond it the file is no table, or made to keep us busy. */
    private static final long PATIENCE = 64L * 1024 * 1024;

    private final Reader reader;
    private final char delimiter;
    private final char[] text = new char[CAPACITY];
    private final StringBuilder unescaped = new StringBuilder();
    private int start;
    private int cell;
    private int at;
    private int end;
    private boolean ended;
    private long line = 1;
    private int breaks;
    private int width = 8;
    private long readTwice;
    private boolean skipFirst;

    CsvRows(Reader reader, char delimiter, boolean skipFirst) {
        this.reader = reader;
        this.delimiter = delimiter;
        this.skipFirst = skipFirst;
    }

    @Override
    public @Nullable TableRow next() throws IOException {
        if (skipFirst) {
            skipFirst = false;
            skipLine();
        }
        skipEmptyLines();
        if (!available()) {
            return null;
        }
        long first = line;
        breaks = 0;
        var cells = new ArrayList<String>(width);
        var problem = cells(cells);
        if (problem != null) {
            return broken(first, problem);
        }
        width = cells.size();
        line += breaks;
        endLine();
        return new TableRow(first, cells, null);
    }

    /** Reads the cells of one record and stops at its line end; the answer is what is wrong with it. */
    private @Nullable String cells(List<String> cells) throws IOException {
        while (true) {
            cell = at;
            boolean quoted = available() && text[at] == '"';
            var value = quoted ? quotedCell() : plainCell();
            if (isFull()) {
                return breaks > 0
                        ? "a quote that is not closed, or a record of more than " + LONGEST_RECORD + " characters"
                        : "a record of more than " + LONGEST_RECORD + " characters";
            }
            if (value == null) {
                return "a quote that is not closed";
            }
            cells.add(value);
            if (!available() || isLineEnd(text[at])) {
                return isFull() ? "a record of more than " + LONGEST_RECORD + " characters" : null;
            }
            if (text[at] != delimiter) {
                return "text after a closing quote";
            }
            at++;
        }
    }

    private String plainCell() throws IOException {
        while (available()) {
            for (; at < end; at++) {
                char c = text[at];
                if (c == delimiter || isLineEnd(c)) {
                    return new String(text, cell, at - cell);
                }
            }
        }
        return new String(text, cell, at - cell);
    }

    /** The text between the quotes, or null when they do not close before the end. */
    private @Nullable String quotedCell() throws IOException {
        unescaped.setLength(0);
        cell = ++at;
        while (available()) {
            char c = text[at];
            if (c == '"') {
                unescaped.append(text, cell, at - cell);
                at++;
                if (!available() || text[at] != '"') {
                    return unescaped.toString();
                }
                cell = at;
            } else if (c == '\r' || (c == '\n' && text[at - 1] != '\r')) {
                breaks++;
            }
            at++;
        }
        return null;
    }

    private TableRow broken(long first, String problem) throws IOException {
        readTwice += at - start;
        if (readTwice > PATIENCE) {
            throw new FileRefused(
                    Refusal.Kind.INVALID,
                    "malformed-csv",
                    "The file is no well-formed CSV: too many of its records have " + problem
                            + ". Nothing was imported.");
        }
        at = start;
        var raw = new StringBuilder();
        while (available() && !isLineEnd(text[at])) {
            if (raw.length() < SHOWN) {
                raw.append(text[at]);
            }
            at++;
            if (raw.length() >= SHOWN) {
                start = at;
            }
        }
        endLine();
        return new TableRow(first, List.of(raw.toString()), problem);
    }

    private void skipLine() throws IOException {
        while (available() && !isLineEnd(text[at])) {
            start = ++at;
        }
        endLine();
    }

    private void skipEmptyLines() throws IOException {
        while (available() && isLineEnd(text[at])) {
            endLine();
        }
    }

    /** Goes beyond a line end, if one is here, and begins a record. */
    private void endLine() throws IOException {
        start = at;
        if (available()) {
            boolean pair = text[at] == '\r';
            start = ++at;
            if (pair && available() && text[at] == '\n') {
                start = ++at;
            }
            line++;
        }
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private boolean isFull() {
        return at - start >= LONGEST_RECORD;
    }

    /** Whether there is a character here; none at the end of the file, nor of a record's room. */
    private boolean available() throws IOException {
        if (isFull()) {
            return false;
        }
        if (at < end) {
            return true;
        }
        if (ended) {
            return false;
        }
        if (start > 0 && CAPACITY - end < CAPACITY / 4) {
            System.arraycopy(text, start, text, 0, end - start);
            at -= start;
            cell -= start;
            end -= start;
            start = 0;
        }
        int count = reader.read(text, end, CAPACITY - end);
        ended = count < 0;
        end += Math.max(count, 0);
        return !ended;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
