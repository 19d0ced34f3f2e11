package dev.tieout.exports.internal;

import dev.tieout.exports.internal.Column.Kind;
import dev.tieout.terms.Money;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.dhatim.fastexcel.Worksheet;

/** Writes cells that a spreadsheet knows the type of. */
final class SheetCells {

    static final String RATIO = "0.00%_)";
    static final String COUNT = "#,##0_)";
    static final String TIME = "yyyy-mm-dd hh:mm";
    private static final String INK = "1F4E79";
    private static final String FONT = "Calibri";
    private static final int SIZE = 11;

    /** A spreadsheet computes with 15 significant digits; what has more is written as text rather than changed. */
    private static final int SAFE_DIGITS = 15;

    private final String amount;

    SheetCells(String currency) {
        int decimals = Money.decimals(currency);
        // The bracket's width at the end keeps numbers off the text in the next column.
        this.amount = (decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals)) + "_)";
    }

    void write(Worksheet sheet, int row, int column, Kind kind, Object value) {
        switch (kind) {
            case TEXT -> text(sheet, row, column, value.toString());
            case AMOUNT -> number(sheet, row, column, (BigDecimal) value, amount);
            case RATIO -> number(sheet, row, column, (BigDecimal) value, RATIO);
            case COUNT -> {
                sheet.value(row, column, (Number) value);
                sheet.style(row, column).format(COUNT).set();
            }
            case FLAG -> sheet.value(row, column, (Boolean) value);
            case TIME -> {
                sheet.value(row, column, (LocalDateTime) value);
                sheet.style(row, column).format(TIME).set();
            }
        }
    }

    private static void number(Worksheet sheet, int row, int column, BigDecimal value, String format) {
        var exact = value.stripTrailingZeros();
        if (exact.precision() > SAFE_DIGITS) {
            sheet.inlineString(row, column, value.toPlainString());
            sheet.style(row, column).horizontalAlignment("right").set();
            return;
        }
        sheet.value(row, column, exact.scale() < 0 ? exact.setScale(0) : exact);
        sheet.style(row, column).format(format).set();
    }

    /** Inline, not shared: the library keeps every shared string in memory. */
    void text(Worksheet sheet, int row, int column, String text) {
        if (!text.isEmpty()) {
            sheet.inlineString(row, column, SheetText.of(text));
        }
    }

    void heading(Worksheet sheet, int row, int column, String text, Kind kind) {
        text(sheet, row, column, text);
        boolean number = kind == Kind.AMOUNT || kind == Kind.RATIO || kind == Kind.COUNT;
        sheet.style(row, column)
                .fontName(FONT)
                .fontSize(SIZE)
                .bold()
                .fontColor("FFFFFF")
                .fillColor(INK)
                .horizontalAlignment(number ? "right" : "left")
                .set();
    }

    void title(Worksheet sheet, int row, int column, String text) {
        text(sheet, row, column, text);
        sheet.style(row, column)
                .fontName(FONT)
                .bold()
                .fontSize(16)
                .fontColor(INK)
                .set();
        sheet.rowHeight(row, 24);
    }

    void label(Worksheet sheet, int row, int column, String text) {
        text(sheet, row, column, text);
        sheet.style(row, column)
                .fontName(FONT)
                .fontSize(SIZE)
                .bold()
                .verticalAlignment("top")
                .set();
    }

    void wrapped(Worksheet sheet, int row, int column, String text) {
        text(sheet, row, column, text);
        sheet.style(row, column).wrapText(true).verticalAlignment("top").set();
    }
}
