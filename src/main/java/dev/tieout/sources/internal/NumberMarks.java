package dev.tieout.sources.internal;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a file writes its amounts.
 *
 * @param decimal the decimal mark; a point when null
 * @param grouping characters that may part groups of digits; none when null
 * @param parentheses {@code (12.50)} and {@code 12.50-} are negative
 * @param signs currency signs may stand around the number
 * @param minorUnits amounts count the currency's smallest unit: cents, yen, fils
 */
record NumberMarks(
        @Nullable String decimal, @Nullable String grouping, boolean parentheses, boolean signs, boolean minorUnits) {

    static final NumberMarks PLAIN = new NumberMarks(null, null, false, false, false);

    private static final int LONGEST = 64;
    private static final Pattern SIGNS = Pattern.compile("[\\p{Sc}\\s\\u00A0\\u202F]");
    /** Groups of three, the last one; before it also of two, as they are written in India. */
    private static final String GROUPED = "\\d{1,3}(?:#\\d{2,3})*#\\d{3}(?:@\\d*)?";

    NumberMarks {
        if (decimal != null && (decimal.length() != 1 || Character.isLetterOrDigit(decimal.charAt(0)))) {
            throw new IllegalArgumentException("a decimal mark is one character, no letter or digit");
        }
        if (grouping != null && decimal != null && grouping.contains(decimal)) {
            throw new IllegalArgumentException("the decimal mark cannot part groups as well");
        }
    }

    /** The number as {@code -1234.50}, or null when it is not written so. Marks in the wrong place are no number, never a guess. */
    @Nullable
    String plain(String cell) {
        if (this.equals(PLAIN)) {
            return cell;
        }
        if (cell.length() > LONGEST) {
            return null;
        }
        var text = signs ? SIGNS.matcher(cell).replaceAll("") : cell;
        boolean negative = false;
        if (parentheses && text.startsWith("(") && text.endsWith(")")) {
            negative = true;
            text = text.substring(1, text.length() - 1);
        } else if (parentheses && text.endsWith("-")) {
            negative = true;
            text = text.substring(0, text.length() - 1);
        }
        if (text.startsWith("-")) {
            if (negative) {
                return null;
            }
            negative = true;
            text = text.substring(1);
        }
        var digits = digits(text);
        return digits == null ? null : (negative ? "-" : "") + digits;
    }

    private @Nullable String digits(String text) {
        if (text.chars().noneMatch(Character::isDigit)) {
            // A mark alone is no zero.
            return null;
        }
        char mark = decimal == null ? '.' : decimal.charAt(0);
        var bare = text;
        if (grouping != null && text.chars().anyMatch(c -> grouping.indexOf(c) >= 0)) {
            var form = GROUPED.replace("#", "[" + Pattern.quote(grouping) + "]").replace("@", Pattern.quote("" + mark));
            if (!Pattern.matches(form, text)) {
                return null;
            }
            bare = text.chars()
                    .filter(c -> grouping.indexOf(c) < 0)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }
        if (mark != '.' && bare.indexOf('.') >= 0) {
            return null;
        }
        var pointed = bare.replace(mark, '.');
        if (pointed.startsWith(".")) {
            pointed = "0" + pointed;
        }
        return pointed.endsWith(".") ? pointed.substring(0, pointed.length() - 1) : pointed;
    }
}
