package dev.tieout.rules.internal;

import dev.tieout.rules.MovementFact;
import java.util.List;

/** A movement's fact as the values that a table's conditions are asked of, one for each condition column. */
final class MovementValues {

    private MovementValues() {}

    static List<Long> of(MovementFact fact, TableSchema schema) {
        return schema.columns().stream()
                .filter(Column::asks)
                .map(column -> value(fact, column))
                .toList();
    }

    private static long value(MovementFact fact, Column column) {
        return switch (column.label()) {
            case "grain" -> word(fact.grain(), column);
            case "opening" -> fact.opening();
            case "closing" -> fact.closing();
            case "change" -> fact.change();
            case "status" -> word(fact.status(), column);
            case "ever active" -> yes(fact.everActive());
            case "within window" -> yes(fact.withinReactivationWindow());
            case "account was active" -> yes(fact.accountWasActive());
            case "account stays" -> yes(fact.accountStays());
            case "products added" -> fact.productsAdded();
            case "products lost" -> fact.productsLost();
            case "lines added" -> fact.linesAdded();
            case "lines lost" -> fact.linesLost();
            case "quantity change" -> fact.quantityChange();
            case "discount change" -> fact.discountChange();
            case "pause policy" -> word(fact.policyPause(), column);
            case "full discount policy" -> word(fact.policyFullDiscount(), column);
            default -> throw new IllegalStateException("A movement says nothing of " + column.label());
        };
    }

    private static long yes(boolean answer) {
        return answer ? 1 : 0;
    }

    private static long word(Enum<?> word, Column column) {
        return ((WordCells) column.type()).words().indexOf(word.name());
    }
}
