package dev.tieout.reconciliation;

import dev.tieout.terms.Ratio;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is still open in a close, and what it could move the ratios to in the worst case: every open amount of a cohort account fully
 * against, or fully for, the cohort's closing balance.
 *
 * @param count open variances
 * @param amount their amounts in the reporting currency
 * @param nrrLow lowest NRR, or null without a base; equal to {@code nrrHigh} when nothing is open
 */
public record OpenVariance(
        long count,
        BigDecimal amount,
        @Nullable Ratio nrrLow,
        @Nullable Ratio nrrHigh,
        @Nullable Ratio grrLow,
        @Nullable Ratio grrHigh) {}
