package dev.tieout.verification.internal;

import dev.tieout.evidence.format.Cell;
import dev.tieout.evidence.format.PackFile;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One row of a table, its cells read by the names of its columns. What a cell cannot hold is damage. */
final class Row {

    private static final Map<PackFile, Map<String, Integer>> POSITIONS = new EnumMap<>(PackFile.class);

    static {
        for (var file : PackFile.values()) {
            var positions = new HashMap<String, Integer>();
            file.header().forEach(column -> positions.put(column, positions.size()));
            POSITIONS.put(file, Map.copyOf(positions));
        }
    }

    private final PackFile file;
    private final List<String> cells;

    Row(PackFile file, List<String> cells) {
        this.file = file;
        this.cells = cells;
    }

    /** The cell as it stands. */
    String cell(String column) {
        return cells.get(indexOf(column));
    }

    boolean isNull(String column) {
        return cell(column).isEmpty();
    }

    /** Text that is never null. */
    String key(String column) {
        return Cell.readKey(cell(column));
    }

    @Nullable
    String text(String column) {
        return Cell.readText(cell(column));
    }

    @Nullable
    BigDecimal decimal(String column) {
        require(Grammar.decimal(cell(column)), column, "a decimal");
        return Cell.readDecimal(cell(column));
    }

    BigDecimal amount(String column) {
        var amount = decimal(column);
        if (amount == null) {
            throw unreadable(column, "an amount");
        }
        return amount;
    }

    long whole(String column) {
        require(Grammar.whole(cell(column)) && !isNull(column), column, "a whole number");
        return Long.parseLong(cell(column));
    }

    boolean flag(String column) {
        require(Grammar.flag(cell(column)) && !isNull(column), column, "true or false");
        return Boolean.parseBoolean(cell(column));
    }

    @Nullable
    Instant time(String column) {
        require(Grammar.time(cell(column)), column, "a time");
        return Cell.readTime(cell(column));
    }

    @Nullable
    LocalDate date(String column) {
        require(Grammar.date(cell(column)), column, "a date");
        return Cell.readDate(cell(column));
    }

    /** A word of a closed list. */
    <E extends Enum<E>> E word(String column, Class<E> type) {
        for (var word : type.getEnumConstants()) {
            if (word.name().equals(cell(column))) {
                return word;
            }
        }
        throw unreadable(column, "one of the words of " + type.getSimpleName());
    }

    /** The row as a person finds it: account “A-1”, line “S/Core”. */
    String where() {
        return file.sortedBy().stream()
                .filter(column -> !isNull(column))
                .map(column -> column + " " + Difference.shown(key(column)))
                .collect(Collectors.joining(", "));
    }

    Difference difference(String column, Object expected) {
        return Difference.of(file.path(), where(), column, expected, key(column));
    }

    private void require(boolean readable, String column, String what) {
        if (!readable) {
            throw unreadable(column, what);
        }
    }

    private Difference unreadable(String column, String what) {
        return Difference.damage(file.path() + ", " + where() + ", " + column + ": " + Difference.shown(cell(column))
                + " is not " + what + ".");
    }

    private int indexOf(String column) {
        var position = POSITIONS.getOrDefault(file, Map.of()).get(column);
        if (position == null) {
            throw new IllegalArgumentException(file.path() + " has no column " + column);
        }
        return position;
    }
}
