package dev.tieout.movements;

import dev.tieout.terms.MovementClass;
import java.math.BigDecimal;
import java.util.List;

/** Movements summed by the class in force: what an approver reads before any figure is computed. */
public interface ClassTotals {

    /** One for each class that occurs, in the order of the classes; excluded movements are left out. */
    List<Total> of(long closeId);

    /**
     * The sums of one class, in the reporting currency.
     *
     * @param fx the part of the change that exchange rates made; 0 at constant currency
     */
    record Total(MovementClass movementClass, long movements, BigDecimal opening, BigDecimal closing, BigDecimal fx) {

        /** Closing less opening, without what exchange rates made. */
        public BigDecimal change() {
            return closing.subtract(opening).subtract(fx);
        }
    }
}
