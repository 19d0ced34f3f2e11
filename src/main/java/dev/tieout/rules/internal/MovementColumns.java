package dev.tieout.rules.internal;

import static dev.tieout.rules.internal.Phrase.either;
import static dev.tieout.rules.internal.Phrase.sign;
import static dev.tieout.rules.internal.Phrase.subject;

import dev.tieout.policy.MetricPolicy.FullDiscount;
import dev.tieout.policy.MetricPolicy.Grain;
import dev.tieout.policy.MetricPolicy.Pause;
import dev.tieout.rules.MovementFact;
import dev.tieout.rules.RuleTables;
import dev.tieout.terms.AccountStatus;
import dev.tieout.terms.MovementClass;
import dev.tieout.terms.Reason;
import java.util.List;
import java.util.stream.Stream;

/** What the movement table asks of a {@link MovementFact} and what it answers. */
final class MovementColumns {

    private MovementColumns() {}

    static TableSchema schema() {
        return new TableSchema(
                RuleTables.MOVEMENT_CLASSIFICATION,
                1,
                "Movement classification",
                List.of(
                        MovementFact.class,
                        Grain.class,
                        Pause.class,
                        FullDiscount.class,
                        AccountStatus.class,
                        MovementClass.class,
                        Reason.class,
                        Answer.class),
                MovementHits.class,
                MovementFact.class,
                Stream.of(state(), changes(), policy(), answers())
                        .flatMap(List::stream)
                        .toList());
    }

    private static List<Column> state() {
        return List.of(
                Column.words("grain", "grain", Grain.class, subject("the grain")),
                Column.amount(
                        "opening",
                        "opening",
                        sign("the opening amount", "it had revenue at open", "it had none at open", "")),
                Column.amount(
                        "closing",
                        "closing",
                        sign("the closing amount", "it has revenue at close", "it has none at close", "")),
                Column.amount(
                        "change",
                        "change",
                        sign("the change", "the amount rose", "the amount stayed", "the amount fell")),
                Column.words("status", "status", AccountStatus.class, subject("the status")),
                Column.yesNo("ever active", "everActive", either("it was active before", "it was never active before")),
                Column.yesNo(
                        "within window",
                        "withinReactivationWindow",
                        either("it returns within the window", "it returns after the window")),
                Column.yesNo(
                        "account was active",
                        "accountWasActive",
                        either("its account was in the cohort", "its account was not in the cohort")),
                Column.yesNo("account stays", "accountStays", either("its account stays", "its account leaves")));
    }

    private static List<Column> changes() {
        return List.of(
                Column.count("products added", "productsAdded", happened("products were added")),
                Column.count("products lost", "productsLost", happened("products were lost")),
                Column.count("lines added", "linesAdded", happened("lines were added")),
                Column.count("lines lost", "linesLost", happened("lines were lost")),
                Column.count(
                        "quantity change",
                        "quantityChange",
                        sign("the quantity change", "the quantity rose", "the quantity stayed", "the quantity fell")),
                Column.count(
                        "discount change",
                        "discountChange",
                        sign("the discount change", "the discount rose", "the discount stayed", "the discount fell")));
    }

    private static List<Column> policy() {
        return List.of(
                Column.words("pause policy", "policyPause", Pause.class, subject("the policy for pauses")),
                Column.words(
                        "full discount policy",
                        "policyFullDiscount",
                        FullDiscount.class,
                        subject("the policy for full discounts")));
    }

    private static List<Column> answers() {
        return List.of(
                Column.answer("class", "becomes", MovementClass.class, MovementClass.UNCLASSIFIED),
                Column.answer("reason", "because", Reason.class),
                Column.mark("review", "review"));
    }

    private static Phrase happened(String what) {
        return sign("the number of " + what.replace(" were", ""), what, "no " + what, "");
    }
}
