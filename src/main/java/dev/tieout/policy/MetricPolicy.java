package dev.tieout.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tieout.terms.Period;
import dev.tieout.terms.PeriodLength;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One version of an organisation's metric policy. Approved versions never change; a close keeps the one that was in force when it
 * opened.
 *
 * @param effectiveFrom the first period it applies to, as text; null for every period
 */
@Table("metric_policy")
public record MetricPolicy(
        @Id @Nullable Long id,
        String organisation,
        int version,
        State state,
        @Nullable String effectiveFrom,
        @Embedded.Empty Choices choices,
        String createdBy,
        Instant createdAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt) {

    /** Where a version stands. */
    public enum State {
        DRAFT,
        IN_REVIEW,
        APPROVED,
        REJECTED,
        RETIRED
    }

    /** Account: one movement per account, net of its lines. Line: one per recurring stream. */
    public enum Grain {
        ACCOUNT,
        LINE
    }

    /** Which posting time places a change in a period; one for all views. A row without that time is placed by the period it states. */
    public enum TimestampRule {
        /** When billing posted it: the column that a profile reads as the row's posting. */
        BILLING_POSTED,
        /** When the ledger posted it: the billing file names that time in a column of its own. */
        LEDGER_POSTED
    }

    /** CONSTANT converts opening and closing at the opening rate; AS_REPORTED shows the difference as its own bridge line. */
    public enum Fx {
        CONSTANT,
        AS_REPORTED
    }

    /** What a paused line is: still revenue, a contraction to nothing, or churn. */
    public enum Pause {
        KEEP,
        CONTRACTION,
        CHURN
    }

    /** What a line discounted by 100 % is. */
    public enum FullDiscount {
        CONTRACTION,
        CHURN
    }

    /** Whether revenue counts as billed, after discounts, or as it would be without them: then a discount is no movement. */
    public enum Discounts {
        NET,
        GROSS
    }

    /** Whether lines that are billed by use count as recurring revenue. */
    public enum Metered {
        IN,
        OUT
    }

    /**
     * The choices themselves.
     *
     * @param timeZone IANA name; periods begin and end at its midnight
     * @param reactivationMonths how long after the last revenue a returner is a reactivation; null for ever
     * @param reactivationInNrr whether reactivation counts in NRR (never in GRR)
     * @param lateRenewalGraceDays days after a term's end during which a line whose renewal is pending is still carried; it needs a
     *     file that names terms' ends
     * @param toleranceAbsolute per account, in the reporting currency; differences up to it are no variance
     * @param toleranceRelative per account, a fraction of the largest leg; the larger of both tolerances counts
     * @param totalToleranceAbsolute for the sum over all accounts
     * @param materiality movements of at least this amount are flagged for review
     * @param varianceSlaDays days until an open variance is due
     * @param taskSlaDays days until a task is due
     * @param cutoffHours hours after the period's end until which a posting still belongs to it; null, as in versions from before the
     *     choice, is none
     * @param absentTolerance the fraction of the opening lines that may close as absent, or stand as opened because all that is known of
     *     them came after the cutoff, before a person has to look; null is a fifth
     * @param discounts null is NET
     * @param metered null is IN; OUT leaves the lines out that a file says are metered
     */
    public record Choices(
            Grain grain,
            PeriodLength periodLength,
            String timeZone,
            TimestampRule timestampRule,
            String reportingCurrency,
            Fx fx,
            @Nullable Integer reactivationMonths,
            boolean reactivationInNrr,
            Pause pause,
            FullDiscount fullDiscount,
            int lateRenewalGraceDays,
            BigDecimal toleranceAbsolute,
            BigDecimal toleranceRelative,
            BigDecimal totalToleranceAbsolute,
            BigDecimal materiality,
            int varianceSlaDays,
            int taskSlaDays,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer cutoffHours,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            BigDecimal absentTolerance,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Discounts discounts,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Metered metered) {

        private static final BigDecimal A_FIFTH = new BigDecimal("0.2");

        public ZoneId zone() {
            return ZoneId.of(timeZone);
        }

        /** The instant from which a posting belongs to a later period. */
        public Instant cutoff(Period period) {
            return period.cutoff(zone()).plus(Duration.ofHours(cutoffHours == null ? 0 : cutoffHours));
        }

        /** {@link #discounts}, said or not. */
        public Discounts countedDiscounts() {
            return discounts == null ? Discounts.NET : discounts;
        }

        /** {@link #metered}, said or not. */
        public Metered countedMetered() {
            return metered == null ? Metered.IN : metered;
        }

        /** {@link #absentTolerance}, said or not. */
        public BigDecimal toleratedAbsence() {
            return absentTolerance == null ? A_FIFTH : absentTolerance;
        }

        /** What an organisation starts with: monthly, by account, UTC, USD, constant currency, one cent of tolerance. */
        public static Choices standard() {
            return new Choices(
                    Grain.ACCOUNT,
                    PeriodLength.MONTH,
                    "UTC",
                    TimestampRule.BILLING_POSTED,
                    "USD",
                    Fx.CONSTANT,
                    null,
                    false,
                    Pause.CHURN,
                    FullDiscount.CHURN,
                    30,
                    new BigDecimal("0.0100"),
                    BigDecimal.ZERO,
                    new BigDecimal("1.0000"),
                    new BigDecimal("10000.0000"),
                    5,
                    3,
                    null,
                    null,
                    null,
                    null);
        }
    }

    /** Whether it may be used for a period. */
    public boolean coversFrom(Period period) {
        return state == State.APPROVED
                && (effectiveFrom == null || Period.parse(effectiveFrom).start().compareTo(period.start()) <= 0);
    }

    /** The same version, approved. */
    public MetricPolicy approvedBy(String person, Instant at) {
        return decided(State.APPROVED, person, at);
    }

    /** The same version, rejected; nobody approved it. */
    public MetricPolicy rejected() {
        return decided(State.REJECTED, null, null);
    }

    private MetricPolicy decided(State to, @Nullable String person, @Nullable Instant at) {
        return new MetricPolicy(
                id, organisation, version, to, effectiveFrom, choices, createdBy, createdAt, person, at);
    }
}
