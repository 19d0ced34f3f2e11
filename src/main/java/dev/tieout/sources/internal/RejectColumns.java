package dev.tieout.sources.internal;

import dev.tieout.sources.internal.reading.FileForm;
import dev.tieout.sources.internal.reading.TableFile;
import dev.tieout.terms.InertText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How rejected rows of a file are written: the columns of their file, then the line and what was wrong. */
final class RejectColumns {

    private static final Set<String> ADDED = Set.of(Profile.REJECT_LINE, Profile.REJECT_REASON);

    private final List<String> all;
    /** Rows that came again once bear the columns of that already. */
    private final List<Integer> own;

    /** @param header of the file, as a record of CSV; null for one from before it was kept */
    RejectColumns(@Nullable String header) {
        this.all = cells(Objects.requireNonNullElse(header, "row"));
        this.own = IntStream.range(0, all.size())
                .filter(i -> !ADDED.contains(all.get(i)))
                .boxed()
                .toList();
    }

    String header() {
        var names = new ArrayList<>(own.stream().map(all::get).toList());
        names.add(Profile.REJECT_LINE);
        names.add(Profile.REJECT_REASON);
        return line(names);
    }

    String row(Rejects.Rejected row) {
        var found = cells(row.text());
        var cells = new ArrayList<>(
                own.stream().map(i -> i < found.size() ? found.get(i) : "").toList());
        // Whatever stands beyond the header makes the row too wide, and has to be seen to be mended.
        cells.addAll(found.subList(Math.min(all.size(), found.size()), found.size()));
        cells.add(Long.toString(row.line()));
        cells.add(row.reasons());
        return line(cells);
    }

    /** The cells of a record that we wrote. */
    private static List<String> cells(String csv) {
        var wish = new FileForm(FileForm.CSV, null, "UTF-8", ",", null);
        try (var file =
                TableFile.open(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), wish, Long.MAX_VALUE)) {
            var row = file.rows().next();
            return row == null ? List.of() : row.cells();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(List<String> cells) {
        return CsvRecord.of(cells.stream().map(RejectColumns::shielded).toList()) + "\r\n";
    }

    private static String shielded(String cell) {
        return Decimal.of(cell).isNumber() ? cell : InertText.of(cell);
    }
}
