package dev.tieout.reconciliation;

import dev.tieout.terms.Ratio;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is still open in a close, and what it could move the ratios to in the worst case: every open amount fully
 * against, or fully for, the cohort's closing balance.
 *
 * <p>Worked out account by account, so that no figure in the range is impossible: a balance falls to zero at the lowest, what GRR keeps
 * of an account rises to its opening at the highest, and GRR stays at or below 1. Accounts outside the cohort move neither ratio
 * (reactivated ones move NRR when the policy counts them); a variance of all accounts together moves both with its whole amount.
 *
 * @param count open variances, those with a proposed explanation among them
 * @param amount their amounts in the reporting currency, at the opening rate
 * @param nrrLow lowest NRR, or null without a base; equal to {@code nrrHigh} when nothing is open
 */
public record OpenVariance(
        long count,
        BigDecimal amount,
        @Nullable Ratio nrrLow,
        @Nullable Ratio nrrHigh,
        @Nullable Ratio grrLow,
        @Nullable Ratio grrHigh) {}
