package dev.tieout.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the variance table saw when it suggested the cause, in words, with the rows behind it.
 *
 * @param rule the sentence of the row that suggested the cause; null when no row did
 * @param facts what holds of the account; nothing is said that does not hold
 */
public record VarianceEvidence(Variance variance, @Nullable String rule, List<Fact> facts) {

    public VarianceEvidence {
        facts = List.copyOf(facts);
    }

    /**
     * One fact.
     *
     * @param rows at most {@link #ROWS}, in the order of their files
     */
    public record Fact(Kind kind, String sentence, List<Row> rows) {

        /** So many rows are shown. */
        public static final int ROWS = 20;

        public Fact {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row behind a fact.
     *
     * @param id the posting's entry id, a reject's column, a duplicate's key
     * @param period the posting belongs to; null for other rows
     * @param file the source's name, as it was sent
     * @param line in that file
     * @param text what else the row says; null when nothing
     */
    public record Row(
            String id,
            @Nullable String period,
            @Nullable LocalDate postedOn,
            @Nullable BigDecimal amount,
            @Nullable String file,
            long line,
            @Nullable String text) {}

    /** What a fact is about. */
    public enum Kind {
        /** In which legs the account stands. */
        LEGS,
        /** Which leg is larger, beyond the tolerance. */
        DIFFERENCE,
        POSTED_NOW,
        POSTED_BEFORE,
        POSTED_AFTER,
        REJECT,
        DUPLICATE,
        DECISION,
        RATE,
        OTHER_CURRENCY,
        DISCOUNT,
        RENEWAL,
        MATERIAL
    }
}
