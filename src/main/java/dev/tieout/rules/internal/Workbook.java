package dev.tieout.rules.internal;

import dev.tieout.rules.ColumnGuide;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** A table as an XLSX workbook: the labels in the first row, the data below. Only texts and numbers are read from one, never a formula. */
final class Workbook {

    /** Rows that are read before the table is refused as too long. */
    private static final int READ = Faults.LONGEST_TABLE + 20;

    private static final int WIDEST = 100;
    private static final int LONGEST_CELL = 2_000;

    private Workbook() {}

    /**
     * The first sheet's lines of trimmed cells.
     *
     * @throws dev.tieout.rules.RuleTableRefused when the file is no workbook, or one of a kind that is not taken
     */
    static List<List<String>> lines(byte[] file, Faults faults) {
        WorkbookParts.check(file, faults);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                var rows = workbook.getFirstSheet().openStream()) {
            var lines = new ArrayList<List<String>>();
            rows.limit(READ).forEach(row -> line(row, lines, faults));
            faults.refuseIfAny();
            return lines;
        } catch (IOException
                | ExcelReaderException
                | IllegalArgumentException
                | IllegalStateException
                | UncheckedIOException _) {
            faults.ofTable("this is no XLSX workbook that can be read");
            faults.refuseIfAny();
            return List.of();
        }
    }

    private static void line(Row row, List<List<String>> lines, Faults faults) {
        if (row.getCellCount() > WIDEST) {
            faults.add(Math.max(0, row.getRowNum() - 1), "", "", "there are cells beyond the last column");
            return;
        }
        var cells = new ArrayList<String>();
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(row.getOptionalCell(i).map(cell -> text(cell, faults)).orElse(""));
        }
        var line = TableText.withoutEmptyEnd(cells);
        if (!line.isEmpty()) {
            lines.add(List.copyOf(line));
        }
    }

    private static String text(Cell cell, Faults faults) {
        int row = Math.max(0, cell.getAddress().getRow());
        if (cell.getType() == CellType.FORMULA || cell.getFormula() != null) {
            faults.add(row, column(cell), "=" + cell.getFormula(), "formulas are not taken; paste the value");
            return "";
        }
        String text = cell.getType() == CellType.EMPTY ? "" : String.valueOf(cell.getRawValue());
        if (text.length() > LONGEST_CELL) {
            faults.add(row, column(cell), text, "a cell has at most " + LONGEST_CELL + " characters");
            return "";
        }
        return text.trim();
    }

    private static String column(Cell cell) {
        return "cell " + cell.getAddress();
    }

    /** The workbook to download: what cells may hold stands with each label, and lists of words drop down. */
    static byte[] of(TableForm form, String title, List<List<String>> data) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new org.dhatim.fastexcel.Workbook(bytes, "Tieout", "1.0")) {
            var sheet = workbook.newWorksheet(title);
            write(sheet, form, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, TableForm form, List<List<String>> data) {
        for (int column = 0; column < form.labels().size(); column++) {
            String label = form.labels().get(column);
            sheet.value(0, column, label);
            sheet.style(0, column).bold().fillColor("E8ECF2").wrapText(true).set();
            sheet.width(column, column == form.describes() ? 48 : 14);
            form.columns().stream()
                    .filter(guide -> guide.label().equals(label))
                    .forEach(guide -> sheet.comment(0, form.labels().indexOf(label), note(guide)));
        }
        for (int row = 0; row < data.size(); row++) {
            for (int column = 0; column < data.get(row).size(); column++) {
                sheet.value(row + 1, column, data.get(row).get(column));
            }
        }
        sheet.freezePane(0, 1);
    }

    private static String note(ColumnGuide guide) {
        return guide.help() + " Write " + guide.grammar() + ".";
    }
}
