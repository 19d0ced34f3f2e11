package dev.tieout.verification.internal;

import dev.tieout.terms.MovementClass;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What people decided on one account: overrides of its movements, and whether it is out of the period's numbers. */
record Decision(List<Row> rows) {

    /** The standing override of a movement, whether or not it fits. */
    Optional<Row> override(String line) {
        return rows.stream()
                .filter(row ->
                        row.cell("kind").equals("OVERRIDE") && row.key("line").equals(line))
                .findFirst();
    }

    /** The exclusion, which is always of the whole account. */
    Optional<Row> exclusion() {
        return rows.stream()
                .filter(row ->
                        row.cell("kind").equals("EXCLUSION") && row.key("line").isEmpty())
                .findFirst();
    }

    /** Whether a class says what the amounts say; {@code closing} is without FX. */
    static boolean fits(MovementClass movementClass, BigDecimal opening, BigDecimal closing, boolean byLine) {
        int change = closing.compareTo(opening);
        boolean opens = opening.signum() > 0;
        return switch (movementClass) {
            case NEW, REACTIVATION -> opening.signum() == 0 && closing.signum() > 0;
            // At line grain a new line of a cohort account expands it.
            case EXPANSION -> change > 0 && (opens || byLine);
            // Down to nothing too: a pause, a full discount, or a line lost while the account stays.
            case CONTRACTION -> change < 0 && closing.signum() >= 0;
            case CHURN -> opens && closing.signum() == 0;
            case RENEWAL -> opens && change == 0;
            case UNCLASSIFIED -> false;
        };
    }

    /** The class of an override. */
    static MovementClass classOf(Row override) {
        return override.word("class", MovementClass.class);
    }
}
