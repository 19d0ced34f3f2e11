package dev.tieout.rules.internal;

import dev.tieout.rules.internal.Cell.Any;
import dev.tieout.rules.internal.Cell.Between;
import dev.tieout.rules.internal.Cell.Comparison;
import dev.tieout.rules.internal.Cell.OneOf;
import dev.tieout.rules.internal.Cell.YesNo;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Cells as sets of values, and sets of values as cells. */
final class CellValues {

    /** Beyond every amount and count that there is, and far from overflow. */
    static final long MOST = 100_000_000_000_000_000L;

    private static final Ranges EVERY = Ranges.of(-MOST, MOST);

    private CellValues() {}

    /** The values that a cell takes. */
    static Ranges taken(Cell cell, Column column) {
        return switch (cell) {
            case Any _ -> EVERY;
            case YesNo answer -> Ranges.just(answer.yes() ? 1 : 0);
            case OneOf words -> Ranges.just(positions(words.words(), column));
            case Comparison comparison -> taken(comparison);
            case Between between -> taken(between.from()).and(taken(between.to()));
        };
    }

    private static long[] positions(List<String> words, Column column) {
        var all = ((WordCells) column.type()).words();
        return words.stream().mapToLong(all::indexOf).toArray();
    }

    private static Ranges taken(Comparison comparison) {
        long units = comparison.units();
        return switch (comparison.operator()) {
            case EQUAL -> Ranges.just(units);
            case DIFFERENT -> EVERY.minus(Ranges.just(units));
            case ABOVE -> Ranges.of(units + 1, MOST);
            case AT_LEAST -> Ranges.of(units, MOST);
            case BELOW -> Ranges.of(-MOST, units - 1);
            case AT_MOST -> Ranges.of(-MOST, units);
        };
    }

    /** One value as people read it. */
    static String text(long value, Column column) {
        return switch (column.type()) {
            case YesNoCells _ -> value == 1 ? "yes" : "no";
            case WordCells closed -> closed.words().get((int) value);
            case NumberCells numbers -> number(value, numbers.decimals());
        };
    }

    private static String number(long units, int decimals) {
        var plain = BigDecimal.valueOf(units, decimals).stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }

    /** A cell that takes no more than these values, and of several ranges the one with {@code witness} in it. */
    static String cell(Ranges side, Ranges whole, long witness, Column column) {
        if (side.contains(whole)) {
            return "";
        }
        if (column.type() instanceof NumberCells numbers) {
            return cell(side.around(witness), whole, numbers.decimals());
        }
        return IntStream.range(0, side.count())
                .mapToObj(range -> LongStream.rangeClosed(side.from(range), side.to(range)))
                .flatMapToLong(values -> values)
                .mapToObj(value -> text(value, column))
                .collect(Collectors.joining(", "));
    }

    private static String cell(Ranges range, Ranges whole, int decimals) {
        boolean fromBelow = range.min() <= whole.min();
        boolean toAbove = range.max() >= whole.max();
        if (range.min() == range.max()) {
            return "= " + number(range.min(), decimals);
        }
        if (toAbove) {
            return isRounder(range.min() - 1, range.min(), decimals)
                    ? "> " + number(range.min() - 1, decimals)
                    : ">= " + number(range.min(), decimals);
        }
        if (fromBelow) {
            return isRounder(range.max() + 1, range.max(), decimals)
                    ? "< " + number(range.max() + 1, decimals)
                    : "<= " + number(range.max(), decimals);
        }
        return "[" + number(range.min(), decimals) + ".." + number(range.max(), decimals) + "]";
    }

    private static boolean isRounder(long one, long other, int decimals) {
        return decimals == 0
                ? one == 0
                : number(one, decimals).length() < number(other, decimals).length();
    }
}
