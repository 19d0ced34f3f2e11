package dev.tieout.terms;

/**
 * Text for a cell of a CSV file that a spreadsheet must not take for a formula (OWASP, "CSV Injection"): what begins like one, or with an
 * apostrophe, gets an apostrophe in front. Reversible, so that a program reads back exactly what was written.
 *
 * <p>For text cells only; a negative amount is a number and stays one.
 */
public final class InertText {

    private static final char SHIELD = '\'';
    private static final String STARTS = "=+-@\t\r\n'";

    private InertText() {}

    /** The cell's text. */
    public static String of(String text) {
        return begins(text) ? SHIELD + text : text;
    }

    /** The text of a cell written by {@link #of}. */
    public static String read(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == SHIELD && begins(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean begins(String text) {
        return !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0;
    }
}
