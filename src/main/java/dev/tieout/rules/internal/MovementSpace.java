package dev.tieout.rules.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a movement can be. A change is closing less opening; an account's own amounts say whether it was active and stays; what was active
 * was ever active and within the window; an amount of nothing has no lines; a product is made of lines.
 */
final class MovementSpace implements Space {

    private static final Ranges AMOUNT = Ranges.of(0, CellValues.MOST / 10);
    private static final Ranges CHANGE = Ranges.of(-CellValues.MOST / 10, CellValues.MOST / 10);
    private static final Ranges COUNT = Ranges.of(0, 1_000_000_000);
    private static final Ranges SIGN = Ranges.of(-1, 1);

    private final List<Column> columns;
    private final Box whole;

    /** Where each part of a movement stands among the columns; -1 when the table does not ask for it. */
    private final int[] places;

    MovementSpace(TableSchema schema) {
        columns = schema.columns().stream().filter(Column::asks).toList();
        whole = Box.of(columns.stream().map(MovementSpace::domain).toList());
        var labels = columns.stream().map(Column::label).toList();
        places = MovementPart.LABELS.stream().mapToInt(labels::indexOf).toArray();
    }

    private static Ranges domain(Column column) {
        return switch (column.type()) {
            case YesNoCells _ -> Ranges.of(0, 1);
            case WordCells closed -> Ranges.of(0, closed.words().size() - 1L);
            case NumberCells _ ->
                switch (column.label()) {
                    case "opening", "closing" -> AMOUNT;
                    case "change" -> CHANGE;
                    case "quantity change", "discount change" -> SIGN;
                    default -> COUNT;
                };
        };
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
        return !box.isEmpty() && new MovementSearch(sides(box)).find();
    }

    @Override
    public Optional<List<Long>> factIn(Box box) {
        if (box.isEmpty()) {
            return Optional.empty();
        }
        var search = new MovementSearch(sides(box));
        return search.find() ? Optional.of(inOrder(search, box)) : Optional.empty();
    }

    private Ranges[] sides(Box box) {
        var sides = new Ranges[places.length];
        for (int part = 0; part < sides.length; part++) {
            sides[part] = places[part] < 0 ? MovementPart.free(part) : box.side(places[part]);
        }
        return sides;
    }

    private List<Long> inOrder(MovementSearch search, Box box) {
        long[] fact = IntStream.range(0, box.width())
                .mapToLong(i -> box.side(i).nearest(0))
                .toArray();
        for (int part = 0; part < places.length; part++) {
            if (places[part] >= 0) {
                fact[places[part]] = search.value(part);
            }
        }
        return IntStream.range(0, fact.length).mapToObj(i -> fact[i]).toList();
    }
}
