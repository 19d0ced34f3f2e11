package dev.tieout.rules.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        whole = Box.of(columns.stream()
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
    public boolean isPossible(Box box) {
        return !box.isEmpty() && firstIn(box) != null;
    }

    @Override
    public Optional<List<Long>> factIn(Box box) {
        var found = box.isEmpty() ? null : firstIn(box);
        if (found == null) {
            return Optional.empty();
        }
        var full = new ArrayList<Long>();
        for (int i = 0; i < box.width(); i++) {
            int leg = legs.indexOf(i);
            full.add(leg < 0 ? box.side(i).nearest(0) : found.get(leg));
        }
        return Optional.of(full);
    }

    private @Nullable List<Long> firstIn(Box box) {
        for (List<Long> fact : POSSIBLE) {
            if (isIn(box, fact)) {
                return fact;
            }
        }
        return null;
    }

    private boolean isIn(Box box, List<Long> fact) {
        for (int i = 0; i < fact.size(); i++) {
            if (!box.side(legs.get(i)).holds(fact.get(i))) {
                return false;
            }
        }
        return true;
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
