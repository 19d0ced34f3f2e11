package dev.tieout.exports.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A table in a workbook, written row by row: typed cells, a frozen header, widths, a filter. When a sheet is full the table goes on in a
 * further one under the same header.
 */
final class SheetTable<T> {

    private static final int KEPT_IN_MEMORY = 1_000;

    private final Workbook workbook;
    private final String name;
    private final List<Column<T>> columns;
    private final SheetCells cells;
    private final int rowsPerSheet;

    private @Nullable Worksheet sheet;
    private int sheets;
    private int next;

    SheetTable(Workbook workbook, String name, List<Column<T>> columns, String currency) {
        this(workbook, name, columns, currency, Worksheet.MAX_ROWS);
    }

    /** @param rowsPerSheet with the header */
    SheetTable(Workbook workbook, String name, List<Column<T>> columns, String currency, int rowsPerSheet) {
        this.workbook = workbook;
        this.name = name;
        this.columns = columns;
        this.cells = new SheetCells(currency);
        this.rowsPerSheet = rowsPerSheet;
    }

    void row(T row) {
        try {
            var to = sheet == null || next == rowsPerSheet ? begin() : sheet;
            for (int c = 0; c < columns.size(); c++) {
                var column = columns.get(c);
                var value = column.value().apply(row);
                if (value != null) {
                    cells.write(to, next, c, column.kind(), value);
                }
            }
            next++;
            if (next % KEPT_IN_MEMORY == 0) {
                to.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Worksheet begin() throws IOException {
        finish();
        sheets++;
        var fresh = workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
        for (int c = 0; c < columns.size(); c++) {
            cells.heading(fresh, 0, c, columns.get(c).heading(), columns.get(c).kind());
            fresh.width(c, columns.get(c).width());
        }
        fresh.freezePane(0, 1);
        fresh.repeatRows(0);
        fresh.pageOrientation("landscape");
        fresh.fitToWidth((short) 1);
        fresh.fitToHeight((short) 0);
        sheet = fresh;
        next = 1;
        return fresh;
    }

    /** The table is complete; without rows it is a header alone. */
    void close() throws IOException {
        if (sheet == null) {
            begin();
        }
        finish();
    }

    private void finish() throws IOException {
        var full = sheet;
        if (full != null) {
            full.setAutoFilter(0, 0, Math.max(next - 1, 0), columns.size() - 1);
            full.finish();
        }
    }
}
