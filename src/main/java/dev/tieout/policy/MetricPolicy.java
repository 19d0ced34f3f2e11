package dev.tieout.policy;

import dev.tieout.terms.Period;
import dev.tieout.terms.PeriodLength;
import java.math.BigDecimal;
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

    /** Which posting time places a change in a period; one for all views. */
    public enum TimestampRule {
        BILLING_POSTED,
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

    /**
     * The choices themselves.
     *
     * @param timeZone IANA name; periods begin and end at its midnight
     * @param reactivationMonths how long after the last revenue a returner is a reactivation; null for ever
     * @param reactivationInNrr whether reactivation counts in NRR (never in GRR)
     * @param lateRenewalGraceDays days after a term's end during which an unrenewed line is still carried
     * @param toleranceAbsolute per account, in the reporting currency; differences up to it are no variance
     * @param toleranceRelative per account, a fraction of the largest leg; the larger of both tolerances counts
     * @param totalToleranceAbsolute for the sum over all accounts
     * @param materiality movements of at least this amount are flagged for review
     * @param varianceSlaDays days until an open variance is due
     * @param taskSlaDays days until a task is due
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
            int taskSlaDays) {

        public ZoneId zone() {
            return ZoneId.of(timeZone);
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
                    3);
        }
    }

    /** Whether it may be used for a period. */
    public boolean coversFrom(Period period) {
        return state == State.APPROVED
                && (effectiveFrom == null || Period.parse(effectiveFrom).start().compareTo(period.start()) <= 0);
    }

    /** The same version, approved. */
    public MetricPolicy approvedBy(String person, Instant at) {
        return new MetricPolicy(
                id, organisation, version, State.APPROVED, effectiveFrom, choices, createdBy, createdAt, person, at);
    }
}
