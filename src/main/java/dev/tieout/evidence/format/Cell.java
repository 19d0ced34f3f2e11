package dev.tieout.evidence.format;

import dev.tieout.terms.InertText;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A cell's text from its value and back; reading returns exactly what was written. */
public final class Cell {

    /** The empty text, where an empty cell means null. {@link InertText} never writes an apostrophe alone. */
    private static final String EMPTY_TEXT = "'";

    private Cell() {}

    /** Text that may be null. */
    public static String text(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return text.isEmpty() ? EMPTY_TEXT : InertText.of(text);
    }

    public static @Nullable String readText(String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        return cell.equals(EMPTY_TEXT) ? "" : InertText.read(cell);
    }

    /** Text that is never null, such as part of a key. */
    public static String key(String text) {
        return InertText.of(text);
    }

    public static String readKey(String cell) {
        return InertText.read(cell);
    }

    /** A word, a flag or a whole number: as it is. */
    public static String plain(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    public static String decimal(@Nullable BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }

    public static @Nullable BigDecimal readDecimal(String cell) {
        return cell.isEmpty() ? null : new BigDecimal(cell);
    }

    /** The instant as {@link Instant#toString()} says it, which is also what an audit row's hash is taken over. */
    public static String time(@Nullable Instant value) {
        return plain(value);
    }

    public static @Nullable Instant readTime(String cell) {
        return cell.isEmpty() ? null : Instant.parse(cell);
    }

    public static @Nullable LocalDate readDate(String cell) {
        return cell.isEmpty() ? null : LocalDate.parse(cell);
    }
}
