package dev.tieout.verification.internal;

import dev.tieout.evidence.format.Cell;
import dev.tieout.evidence.format.Column;
import dev.tieout.evidence.format.PackFile;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads a table once from end to end: its cells are what their column holds, its rows in order and none there twice. */
final class TableCheck {

    private final PackFile file;
    private final List<Column> key;
    private final Map<String, BigDecimal> sums = new TreeMap<>();

    TableCheck(PackFile file) {
        this.file = file;
        this.key = file.sortedBy().stream().map(this::column).toList();
        file.summed().forEach(column -> sums.put(column, BigDecimal.ZERO));
    }

    /** Number of rows. */
    long read(InputStream content) throws IOException {
        long rows = 0;
        Row before = null;
        try (var table = new Rows(file, content)) {
            for (var row = table.take(); row != null; row = table.take()) {
                rows++;
                checkCells(row, rows);
                checkOrder(before, row);
                before = row;
            }
        }
        return rows;
    }

    /** Exact sums of the summed columns, as the manifest writes them. */
    Map<String, String> sums() {
        var texts = new TreeMap<String, String>();
        sums.forEach((column, sum) -> texts.put(column, sum.toPlainString()));
        return texts;
    }

    private void checkCells(Row row, long number) {
        for (var column : file.columns()) {
            var cell = row.cell(column.name());
            if (!Grammar.holds(column.kind(), cell)) {
                throw Difference.damage(file.path() + ", row " + number + ", " + column.name() + ": "
                        + Difference.shown(cell) + " is no "
                        + column.kind().name().toLowerCase(Locale.ROOT)
                        + ".");
            }
            if (column.summed() && !cell.isEmpty()) {
                sums.merge(column.name(), new BigDecimal(cell), BigDecimal::add);
            }
        }
    }

    private void checkOrder(@Nullable Row before, Row row) {
        if (before == null) {
            return;
        }
        int order = 0;
        for (var column : key) {
            order = compare(column, before.cell(column.name()), row.cell(column.name()));
            if (order != 0) {
                break;
            }
        }
        if (order > 0) {
            throw Difference.damage(file.path() + ", " + row.where() + ": the row is not in the order of the keys.");
        }
        // Two people may say the same of a variance; anything else that stands twice would count twice.
        if (order == 0 && file != PackFile.COMMENTS) {
            throw Difference.damage(file.path() + ", " + row.where() + ": the row stands there twice.");
        }
    }

    private static int compare(Column column, String one, String other) {
        return switch (column.kind()) {
            case DECIMAL, WHOLE -> number(one).compareTo(number(other));
            case TEXT, KEY -> ByteOrder.OF_TEXT.compare(Cell.readKey(one), Cell.readKey(other));
            case WORD, FLAG, TIME, DATE -> ByteOrder.OF_TEXT.compare(one, other);
        };
    }

    private static BigDecimal number(String cell) {
        return cell.isEmpty() ? BigDecimal.ZERO : new BigDecimal(cell);
    }

    private Column column(String name) {
        return file.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
