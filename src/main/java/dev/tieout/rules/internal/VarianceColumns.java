package dev.tieout.rules.internal;

import static dev.tieout.rules.internal.Phrase.either;
import static dev.tieout.rules.internal.Phrase.sign;

import dev.tieout.rules.RuleTables;
import dev.tieout.rules.VarianceCause;
import dev.tieout.rules.VarianceFact;
import java.util.List;
import java.util.stream.Stream;

/** What the variance table asks of a {@link VarianceFact} and what it answers. */
final class VarianceColumns {

    private VarianceColumns() {}

    static TableSchema schema() {
        return new TableSchema(
                RuleTables.VARIANCE_CAUSE,
                1,
                "Variance cause",
                List.of(VarianceFact.class, VarianceCause.class, Answer.class),
                VarianceHits.class,
                VarianceFact.class,
                Stream.of(legs(), circumstances(), answers())
                        .flatMap(List::stream)
                        .toList());
    }

    private static List<Column> legs() {
        return List.of(
                stands("in billing", "inBilling", "billing"),
                stands("in ledger", "inLedger", "the ledger"),
                stands("in retained", "inRetained", "the retained balance"),
                difference("billing less ledger", "billingLessLedger", "billing", "the ledger"),
                difference("billing less retained", "billingLessRetained", "billing", "the retained balance"),
                difference("ledger less retained", "ledgerLessRetained", "the ledger", "the retained balance"));
    }

    private static List<Column> circumstances() {
        return List.of(
                Column.yesNo(
                        "currency differs",
                        "currencyDiffers",
                        either("the legs stand in different currencies", "the legs stand in one currency")),
                Column.yesNo(
                        "duplicate reported",
                        "duplicateReported",
                        either("a second copy was reported", "no second copy was reported")),
                Column.yesNo(
                        "overridden or excluded",
                        "overriddenOrExcluded",
                        either("a person overrode or excluded it", "nobody overrode or excluded it")),
                Column.yesNo(
                        "rejected row", "rejectedRow", either("a row of it was rejected", "no row of it was rejected")),
                Column.yesNo(
                        "posted in adjacent period",
                        "postedInAdjacentPeriod",
                        either(
                                "the same amount was posted in the period before or after",
                                "the amount was not posted in the period before or after")),
                Column.yesNo(
                        "renewal pending", "renewalPending", either("its renewal is late", "its renewal is not late")),
                Column.yesNo(
                        "discount changed", "discountChanged", either("its discount changed", "its discount stayed")),
                Column.yesNo(
                        "material",
                        "material",
                        either("the difference is material", "the difference is not material")));
    }

    private static List<Column> answers() {
        return List.of(Column.answer("cause", "cause", VarianceCause.class, VarianceCause.UNKNOWN));
    }

    private static Column stands(String label, String property, String where) {
        return Column.yesNo(label, property, either("it stands in " + where, "it is missing in " + where));
    }

    private static Column difference(String label, String property, String one, String other) {
        String agrees = one + " agrees with " + other;
        return Column.count(
                label,
                property,
                sign(one + " less " + other, one + " is above " + other, agrees, one + " is below " + other));
    }
}
