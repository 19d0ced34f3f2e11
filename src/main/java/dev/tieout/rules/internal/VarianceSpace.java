package dev.tieout.rules.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a variance can be. The account stands in at least one leg and some legs differ; legs that both lack it agree at nothing; and three
 * differences fit together: what is above one leg, which is not below another, is not below that.
 */
final class VarianceSpace implements Space {

    private static final Ranges SIGN = Ranges.of(-1, 1);
    private static final List<String> LEGS = List.of(
            "in billing",
            "in ledger",
            "in retained",
            "billing less ledger",
            "billing less retained",
            "ledger less retained");

    private final List<Column> columns;
    private final Box whole;
    private final List<Integer> legs;

    VarianceSpace(TableSchema schema) {
        columns = schema.columns().stream().filter(Column::asks).toList();
        whole = new Box(columns.stream()
                .map(column -> column.type() instanceof NumberCells ? SIGN : Ranges.of(0, 1))
                .toList());
        var labels = columns.stream().map(Column::label).toList();
        legs = LEGS.stream().map(labels::indexOf).toList();
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public Box whole() {
        return whole;
    }

    @Override
    public Optional<List<Long>> factIn(Box box) {
        if (box.isEmpty()) {
            return Optional.empty();
        }
        var sides = legs.stream().map(box::side).toList();
        return POSSIBLE.stream()
                .filter(fact -> IntStream.range(0, fact.size())
                        .allMatch(i -> sides.get(i).holds(fact.get(i))))
                .findFirst()
                .map(fact -> {
                    var full = new ArrayList<>(
                            box.sides().stream().map(side -> side.nearest(0)).toList());
                    IntStream.range(0, fact.size()).forEach(i -> full.set(legs.get(i), fact.get(i)));
                    return List.copyOf(full);
                });
    }

    /** Every way in which three legs can stand to each other, the fuller ones first. */
    private static final List<List<Long>> POSSIBLE = possible();

    private static List<List<Long>> possible() {
        var all = new ArrayList<List<Long>>();
        for (long presence = 7; presence > 0; presence--) {
            for (long differences = 0; differences < 27; differences++) {
                long b = presence / 4;
                long l = presence / 2 % 2;
                long r = presence % 2;
                long bl = differences / 9 - 1;
                long br = differences / 3 % 3 - 1;
                long lr = differences % 3 - 1;
                if (fits(b, l, bl) && fits(b, r, br) && fits(l, r, lr) && fitTogether(bl, lr, br)) {
                    all.add(List.of(b, l, r, bl, br, lr));
                }
            }
        }
        return all;
    }

    private static boolean fits(long one, long other, long difference) {
        return one + other > 0 || difference == 0;
    }

    private static boolean fitTogether(long first, long second, long sum) {
        boolean differs = first != 0 || second != 0 || sum != 0;
        boolean sameWay = first == second && first != 0;
        return differs && (sameWay ? sum == first : sum * (first + second) >= 0);
    }
}
