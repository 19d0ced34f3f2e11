package dev.tieout.learning.internal;

import dev.tieout.rules.MovementFact;
import java.util.List;
import java.util.Set;

/**
 * What a row of the movement table can see of a movement: for each column the cell that asks for just that. Of amounts and counts only
 * the sign is told: where to draw a line between amounts is a person's to say.
 */
record Traits(List<String> values) {

    static final String NOTHING = "== 0";
    static final String SOMETHING = "> 0";
    static final String STATUS = "status";

    /** The columns in the order of the table. */
    static final List<String> LABELS = List.of(
            "grain",
            "opening",
            "closing",
            "change",
            STATUS,
            "ever active",
            "within window",
            "account was active",
            "account stays",
            "products added",
            "products lost",
            "lines added",
            "lines lost",
            "quantity change",
            "discount change",
            "pause policy",
            "full discount policy");

    /** The same for every movement of a close, so they tell none from another. */
    private static final Set<String> OF_THE_CLOSE = Set.of("grain", "pause policy", "full discount policy");

    Traits {
        values = List.copyOf(values);
    }

    static Traits of(MovementFact fact) {
        return new Traits(List.of(
                fact.grain().name(),
                sign(fact.opening()),
                sign(fact.closing()),
                sign(fact.change()),
                fact.status().name(),
                answer(fact.everActive()),
                answer(fact.withinReactivationWindow()),
                answer(fact.accountWasActive()),
                answer(fact.accountStays()),
                sign(fact.productsAdded()),
                sign(fact.productsLost()),
                sign(fact.linesAdded()),
                sign(fact.linesLost()),
                sign(fact.quantityChange()),
                sign(fact.discountChange()),
                fact.policyPause().name(),
                fact.policyFullDiscount().name()));
    }

    private static String sign(long number) {
        return number == 0 ? NOTHING : number > 0 ? SOMETHING : "< 0";
    }

    private static String answer(boolean yes) {
        return yes ? "yes" : "no";
    }

    String of(String label) {
        return values.get(LABELS.indexOf(label));
    }

    private boolean is(String label, String value) {
        return of(label).equals(value);
    }

    /** Whether the column says no more than others say already, or the same of every movement. */
    boolean isImplied(String label) {
        boolean opens = is("opening", SOMETHING);
        boolean closes = is("closing", SOMETHING);
        return switch (label) {
            case "change" -> !opens || !closes;
            case "ever active" -> opens || is("account was active", "yes");
            case "within window" -> opens || is("account was active", "yes") || is("ever active", "no");
            case "account was active", "account stays" -> is("grain", "ACCOUNT");
            case "products added" -> !closes || (!opens && is("grain", "ACCOUNT"));
            case "lines added" -> !closes || is("products added", SOMETHING);
            case "products lost" -> !opens || (!closes && is("grain", "ACCOUNT"));
            case "lines lost" -> !opens || is("products lost", SOMETHING);
            case "quantity change" -> !opens || !closes;
            case "discount change" -> !opens;
            default -> OF_THE_CLOSE.contains(label);
        };
    }
}
