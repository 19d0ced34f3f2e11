package dev.tieout.verification.internal;

import dev.tieout.evidence.format.Column;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * What a cell of each kind may hold. Asked before anything is parsed: {@code 1E999999999} is a number to a parser, and adding to it would
 * never end.
 */
final class Grammar {

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,20})?");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");
    private static final Pattern TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,6})?Z");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private Grammar() {}

    static boolean holds(Column.Kind kind, String cell) {
        return switch (kind) {
            case TEXT, KEY -> true;
            case WORD -> word(cell);
            case DECIMAL -> decimal(cell);
            case WHOLE -> whole(cell);
            case FLAG -> flag(cell);
            case TIME -> time(cell);
            case DATE -> date(cell);
        };
    }

    static boolean word(String cell) {
        return cell.isEmpty() || WORD.matcher(cell).matches();
    }

    static boolean decimal(String cell) {
        return cell.isEmpty() || DECIMAL.matcher(cell).matches();
    }

    static boolean whole(String cell) {
        return cell.isEmpty() || WHOLE.matcher(cell).matches();
    }

    static boolean flag(String cell) {
        return cell.isEmpty() || cell.equals("true") || cell.equals("false");
    }

    static boolean time(String cell) {
        return cell.isEmpty() || (TIME.matcher(cell).matches() && parses(() -> Instant.parse(cell)));
    }

    static boolean date(String cell) {
        return cell.isEmpty() || (DATE.matcher(cell).matches() && parses(() -> LocalDate.parse(cell)));
    }

    private static boolean parses(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (DateTimeException none) {
            return false;
        }
    }
}
