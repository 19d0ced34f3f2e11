package dev.tieout.sources.internal;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.tieout.sources.Sources.FileRefused;
import dev.tieout.terms.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads a CSV body once, row by row: UTF-8 with or without a byte-order mark, separated by comma, semicolon or tab, whichever the
 * header line has most of. Holds one record at a time, of at most 64 Ki characters.
 */
final class CsvFile {

    private static final int HEAD = 64 * 1024;
    private static final int LONGEST_RECORD = 64 * 1024;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Profile profile;
    private final ImportContext context;
    private final long limit;

    /** @param limit bytes that a file may have */
    CsvFile(Profile profile, ImportContext context, long limit) {
        this.profile = profile;
        this.context = context;
        this.limit = limit;
    }

    /** What was read. */
    record Measure(String sha256, long bytes, Set<Field> present) {}

    /** Reads to the end and hands every row on, in order. */
    Measure read(InputStream body, Consumer<StagedRow> rows) {
        var measured = new MeasuredBody(body, limit);
        try {
            var head = measured.readNBytes(HEAD);
            int start = startsWithMark(head) ? BYTE_ORDER_MARK.length : 0;
            var text = new SequenceInputStream(new ByteArrayInputStream(head, start, head.length - start), measured);
            var present = readRecords(reader(text), separator(head), rows);
            return new Measure(measured.sha256Hex(), measured.bytes(), present);
        } catch (CharacterCodingException e) {
            throw MeasuredBody.binary();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<Field> readRecords(Reader reader, char separator, Consumer<StagedRow> rows) throws IOException {
        try (var csv = CsvReader.builder()
                .fieldSeparator(separator)
                .maxBufferSize(LONGEST_RECORD)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(reader)) {
            return mapRows(csv.iterator(), rows);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Set<Field> mapRows(Iterator<CsvRecord> records, Consumer<StagedRow> rows) throws IOException {
        if (!hasNext(records)) {
            throw empty("The file is empty.");
        }
        var mapping = Mapping.of(profile, records.next().getFields());
        if (!hasNext(records)) {
            throw empty("The file has a header and no rows.");
        }
        var parser = new RowParser(mapping, context);
        while (hasNext(records)) {
            var found = records.next();
            rows.accept(parser.parse(found.getStartingLineNumber(), found.getFields()));
        }
        return mapping.present();
    }

    /** The parser reads the next record here, so only here can the file's form fail. */
    private static boolean hasNext(Iterator<CsvRecord> records) throws IOException {
        try {
            return records.hasNext();
        } catch (CsvParseException e) {
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof Refusal refusal) {
                    throw refusal;
                }
                if (cause instanceof IOException unreadable) {
                    throw unreadable;
                }
            }
            throw new FileRefused(
                    Refusal.Kind.INVALID,
                    "malformed-csv",
                    "The file is no well-formed CSV: " + e.getMessage()
                            + ". A quote that is not closed, text after a closing quote or a record of more than "
                            + LONGEST_RECORD + " characters refuses the whole file.");
        }
    }

    private static FileRefused empty(String sentence) {
        return new FileRefused(Refusal.Kind.INVALID, "empty-file", sentence + " Nothing was imported.");
    }

    private static Reader reader(InputStream text) {
        var strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new InputStreamReader(text, strict);
    }

    private static boolean startsWithMark(byte[] head) {
        return head.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(head, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }

    /** Counts over the header line only; data may hold any of them. */
    private static char separator(byte[] head) {
        var header = new String(head, StandardCharsets.ISO_8859_1)
                .lines()
                .findFirst()
                .orElse("");
        char most = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, most)) {
                most = candidate;
            }
        }
        return most;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
