package dev.tieout.rules.internal;

import dev.tieout.rules.MovementFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a fact of a table can be. Columns are not free of each other, such as a change that is closing less opening: what no
 * fact can be is no gap, and a row that asks for it is never true.
 */
interface Space {

    /** The condition columns, in the order of a box's sides. */
    List<Column> columns();

    /** Every value that each column can have by itself. */
    Box whole();

    /** Some possible fact in the box, one value for each side; empty when there is none. */
    Optional<List<Long>> factIn(Box box);

    /** Whether there is one. */
    boolean isPossible(Box box);

    /** What of one column a cell takes. */
    default Box boxOf(DecisionTable.Row row) {
        var sides = new ArrayList<Ranges>();
        for (int i = 0; i < columns().size(); i++) {
            sides.add(CellValues.taken(row.cells().get(i), columns().get(i)).and(whole().side(i)));
        }
        return Box.of(sides).in(whole());
    }

    /** The space of a table's facts. */
    static Space of(TableSchema schema) {
        return schema.fact().equals(MovementFact.class) ? new MovementSpace(schema) : new VarianceSpace(schema);
    }
}
