package dev.tieout.exports.internal;

import java.util.regex.Pattern;

/**
 * Text for a cell of a workbook. A cell of type text is never a formula; but XML has no control characters, a spreadsheet drops the spaces
 * at its ends and reads {@code _x0041_} as a letter, so these are written in the format's own escapes (ECMA-376, ST_Xstring) and read back
 * as they were. A spreadsheet's cell holds 32,767 characters; what is longer ends in words that say so.
 */
final class SheetText {

    static final int LONGEST = 32_767;
    private static final String CUT = " … (cut; the CSV has all of it)";
    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private SheetText() {}

    static String of(String text) {
        var fitting = text.length() <= LONGEST ? text : cut(text);
        var plain = LOOKS_ESCAPED.matcher(fitting).replaceAll("_x005F_");
        var escaped = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            boolean atEnd = i == 0 || i == plain.length() - 1;
            if (c == '\r' || isInvalid(plain, i) || (c <= ' ' && atEnd)) {
                escaped.append("_x%04X_".formatted((int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static String cut(String text) {
        int end = LONGEST - CUT.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
    }

    /** What XML 1.0 has no place for: control characters, lone surrogates, the two non-characters. */
    private static boolean isInvalid(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
        }
        return (c < ' ' && c != '\t' && c != '\n') || c >= '\uFFFE';
    }
}
