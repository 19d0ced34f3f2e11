package dev.tieout.reconciliation.rest;

import dev.tieout.reconciliation.Variance;
import dev.tieout.reconciliation.Variance.State;
import dev.tieout.rules.RuleTables;
import dev.tieout.rules.VarianceCause;
import dev.tieout.terms.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A variance as the API shows it: money in major units of {@code currency}. */
record VarianceAnswer(
        long id,
        String account,
        String accountName,
        String currency,
        String billing,
        String ledger,
        String retained,
        String amount,
        State state,
        VarianceCause cause,
        VarianceCause suggested,
        SuggestedBy suggestedBy,
        @Nullable String owner,
        LocalDate due,
        @Nullable String explanation,
        @Nullable String explainedBy,
        @Nullable String approvedBy,
        Instant openedAt,
        @Nullable Instant clearedAt) {

    static VarianceAnswer of(Variance variance) {
        return new VarianceAnswer(
                variance.id(),
                variance.account(),
                variance.accountName(),
                variance.currency(),
                text(variance.billing(), variance),
                text(variance.ledger(), variance),
                text(variance.retained(), variance),
                text(variance.amount(), variance),
                variance.state(),
                variance.cause(),
                variance.suggested(),
                new SuggestedBy(RuleTables.VARIANCE_CAUSE, variance.ruleVersion(), variance.ruleRow()),
                variance.owner(),
                variance.dueOn(),
                variance.explanation(),
                variance.explainedBy(),
                variance.approvedBy(),
                variance.openedAt(),
                variance.clearedAt());
    }

    private static String text(BigDecimal amount, Variance variance) {
        return new Money(amount, variance.currency()).text();
    }

    /** The row that suggested the cause; row 0 when none did. */
    record SuggestedBy(String table, int version, int row) {}
}
