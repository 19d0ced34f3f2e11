package dev.tieout.reconciliation.internal;

import dev.tieout.reconciliation.Variance;
import dev.tieout.reconciliation.VarianceEvidence.Kind;
import dev.tieout.reconciliation.internal.EvidenceSearch.Posting;
import dev.tieout.terms.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The facts about one variance, as sentences.
 *
 * @param opened what recurred at open in the variance's currency
 */
record EvidenceWords(Variance variance, BigDecimal opened) {

    static String money(BigDecimal amount, String currency) {
        return String.format(
                Locale.ROOT,
                "%,." + Money.decimals(currency) + "f %s",
                new BigDecimal(new Money(amount, currency).text()),
                currency);
    }

    static String legs(boolean billing, boolean ledger, boolean retained) {
        var in = new ArrayList<String>();
        var out = new ArrayList<String>();
        (billing ? in : out).add("billing");
        (ledger ? in : out).add("the ledger");
        (retained ? in : out).add("the retained balance");
        if (out.isEmpty()) {
            return "The account stands in all three legs.";
        }
        return in.isEmpty()
                ? "The account stands in none of the legs any more."
                : "The account stands in " + listed(in) + ", not in " + listed(out) + ".";
    }

    private static String listed(List<String> words) {
        return words.stream().collect(Collectors.joining(" and "));
    }

    static String difference(Variance variance) {
        return compared("Billing", variance.billing(), "the ledger", variance.ledger(), variance.currency()) + " "
                + compared(
                        "Billing",
                        variance.billing(),
                        "the retained balance",
                        variance.retained(),
                        variance.currency());
    }

    private static String compared(String one, BigDecimal amount, String other, BigDecimal beside, String currency) {
        var difference = amount.subtract(beside);
        return one
                + (difference.signum() == 0
                        ? " equals " + other + "."
                        : " is " + money(difference.abs(), currency) + (difference.signum() > 0 ? " above " : " below ")
                                + other + ".");
    }

    static String rejected(int rows) {
        return rows == 1
                ? "An import of this close rejected a row of the account."
                : "Imports of this close rejected " + rows + " rows of the account.";
    }

    static String duplicated(int rows) {
        return rows == 1
                ? "A second copy of one row of the account was reported and counted once."
                : "Second copies of " + rows + " rows of the account were reported and counted once.";
    }

    static String decided(int rows) {
        return rows == 1
                ? "A person decided about the account."
                : "People decided about the account " + rows + " times.";
    }

    /** The postings of one period, and whether they are what is missing. */
    String posted(Kind kind, List<Posting> postings) {
        var first = postings.getFirst();
        var sentence = (first.count() == 1 ? "One posting of " : first.count() + " postings of ")
                + first.row().period()
                + (first.count() == 1 ? " comes to " : " come to ")
                + money(first.total(), variance.currency());
        return sentence
                + switch (kind) {
                    case POSTED_BEFORE -> before(first.total());
                    case POSTED_AFTER -> after(postings);
                    default -> ".";
                };
    }

    private String before(BigDecimal total) {
        var beyond = total.subtract(opened);
        if (beyond.signum() == 0) {
            return ", as much as the account opened with.";
        }
        return ", " + money(beyond.abs(), variance.currency()) + (beyond.signum() > 0 ? " more" : " less")
                + " than the account opened with" + exactly(beyond) + ".";
    }

    private String after(List<Posting> postings) {
        var late = postings.stream().filter(Posting::late).toList();
        var missing = late.stream()
                .filter(posting -> isMissing(posting.row().amount()))
                .findFirst();
        if (missing.isPresent()) {
            return ": " + missing.get().row().id() + " came late and is exactly what the ledger lacks.";
        }
        var beyond = postings.getFirst().total().subtract(variance.billing());
        var came = late.isEmpty() ? "" : ", " + late.size() + " of them late with this period's file";
        return came + (isMissing(beyond) ? ", beyond what recurs" + exactly(beyond) : "") + ".";
    }

    private String exactly(BigDecimal amount) {
        return isMissing(amount) ? ": exactly what the ledger lacks now" : "";
    }

    private boolean isMissing(@Nullable BigDecimal amount) {
        var lacking = variance.billing().subtract(variance.ledger());
        return amount != null && lacking.signum() != 0 && lacking.compareTo(amount) == 0;
    }
}
