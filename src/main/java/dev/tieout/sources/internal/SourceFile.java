package dev.tieout.sources.internal;

import dev.tieout.sources.SourceKind;
import dev.tieout.sources.Sources.FileRefused;
import dev.tieout.sources.internal.reading.FileForm;
import dev.tieout.sources.internal.reading.TableFile;
import dev.tieout.sources.internal.reading.TableRow;
import dev.tieout.sources.internal.reading.TableRows;
import dev.tieout.terms.InertText;
import dev.tieout.terms.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a body once, row by row, through its profile. Holds one record at a time. */
final class SourceFile {

    private final Reading reading;
    private final long limit;

    /** @param limit bytes that a file may have, as it came and unpacked */
    SourceFile(Reading reading, long limit) {
        this.reading = reading;
        this.limit = limit;
    }

    /**
     * What was read.
     *
     * @param header the header as a record of CSV
     * @param leftOut how many rows are no data of the close, by what they are
     * @param placedBy the column whose timestamp places the rows, as the file names it; null when it has none
     * @param placedElse the column that states the period of rows without that timestamp; null when it has none
     * @param rising whether the keys of the good rows only ever rise, so that none is there twice
     * @param open how many rows that count for the close belong to an accounting period that can still change
     */
    record Measure(
            String sha256,
            long bytes,
            FileForm form,
            String header,
            Set<Field> present,
            Map<String, Long> leftOut,
            boolean rising,
            long open,
            @Nullable String placedBy,
            @Nullable String placedElse) {}

    /** Reads to the end and hands every row on that counts, in order. */
    Measure read(InputStream body, Consumer<StagedRow> rows) {
        var measured = new MeasuredBody(body, limit);
        try (var file = TableFile.open(measured, reading.profile().form(), limit)) {
            var header = header(file.rows());
            var mapping = Mapping.of(reading.profile(), header.cells(), reading.month());
            var counted = new Counting(rows, reading.context());
            var placing = Placing.of(reading, mapping);
            boolean any = readRows(file.rows(), mapping, counted);
            if (!any) {
                throw empty("The file has a header and no rows.");
            }
            measured.transferTo(OutputStream.nullOutputStream());
            return new Measure(
                    measured.sha256Hex(),
                    measured.bytes(),
                    file.form(),
                    CsvRecord.of(kept(header.cells())),
                    mapping.present(),
                    counted.leftOut,
                    counted.keys.rising(),
                    counted.open,
                    placing.by(),
                    placing.otherwise());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether rows of a line are added up. */
    boolean sums() {
        return reading.profile().addsUp(reading.context().kind());
    }

    /** What is kept of its rows. */
    List<Field> staged() {
        if (reading.context().kind() == SourceKind.MIGRATION) {
            return Field.STAGED_MOVES;
        }
        return reading.tellsEvents() ? Field.STAGED_EVENTS : Field.STAGED;
    }

    /** Those of the staged fields that its rows can have. */
    List<Field> copied() {
        return CopiedFields.of(staged(), reading);
    }

    private List<String> kept(List<String> header) {
        var kept = new ArrayList<>(header);
        if (reading.profile().heading() != null) {
            kept.add(Profile.REJECT_HEADING);
        }
        return kept;
    }

    private boolean readRows(TableRows rows, Mapping mapping, Counting counted) throws IOException {
        var parser = new RowParser(mapping, reading, rows.leavesOutBlanks());
        boolean any = false;
        for (var row = rows.next(); row != null; row = rows.next()) {
            any = true;
            counted.accept(parser.parse(reading.corrections() ? inert(row) : row));
        }
        return any;
    }

    /** Cells of rejects were shielded from spreadsheets when they went out. */
    private static TableRow inert(TableRow row) {
        return new TableRow(
                row.line(), row.cells().stream().map(InertText::read).toList(), row.problem());
    }

    /** The first row that has all that the profile needs; of those that have not, the likeliest, so that what it lacks can be named. */
    private TableRow header(TableRows rows) throws IOException {
        TableRow likeliest = null;
        long likeness = -1;
        for (int i = 0; i <= reading.profile().preamble(); i++) {
            var row = rows.next();
            if (row == null) {
                break;
            }
            if (row.problem() == null && Mapping.fit(reading.profile(), row.cells()) >= 0) {
                return row;
            }
            long like = row.problem() == null ? Mapping.likeness(reading.profile(), row.cells()) : -1;
            if (likeliest == null || like > likeness) {
                likeliest = row;
                likeness = like;
            }
        }
        return usable(likeliest);
    }

    private static TableRow usable(@Nullable TableRow header) {
        if (header == null) {
            throw empty("The file is empty.");
        }
        if (header.problem() != null) {
            throw new FileRefused(
                    Refusal.Kind.INVALID,
                    "malformed-csv",
                    "The header cannot be read: it has " + header.problem() + ".");
        }
        return header;
    }

    private static FileRefused empty(String sentence) {
        return new FileRefused(Refusal.Kind.INVALID, "empty-file", sentence + " Nothing was imported.");
    }

    /** Counts rows on their way. */
    private static final class Counting implements Consumer<StagedRow> {

        private final Consumer<StagedRow> next;
        private final String period;
        private final Map<String, Long> leftOut = new TreeMap<>();
        private final RisingKeys keys;
        private long open;

        Counting(Consumer<StagedRow> next, ImportContext context) {
            this.next = next;
            this.period = context.period().toString();
            this.keys = new RisingKeys(Target.of(context.kind()));
        }

        @Override
        public void accept(StagedRow row) {
            var because = row.leftOut();
            if (because != null) {
                leftOut.merge(because, 1L, Long::sum);
                return;
            }
            if (Boolean.parseBoolean(row.value(Field.OPEN)) && period.equals(row.value(Field.BELONGS_TO))) {
                open++;
            }
            keys.look(row);
            next.accept(row);
        }
    }
}
