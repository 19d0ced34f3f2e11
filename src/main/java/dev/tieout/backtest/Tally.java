package dev.tieout.backtest;

import java.math.BigDecimal;

/**
 * Counts and sums over one period.
 *
 * @param decided movements, or variances, that were decided again
 * @param changed those that get another class, or cause
 * @param changedAccounts the accounts that they belong to
 * @param changedAmount the sum of their amounts without their signs, in the reporting currency
 * @param reasonChanges those that keep their class and get another reason
 * @param overridden those on which a person's decision stands
 * @param overrideDiffers those among them of which the table would now say otherwise than it did
 * @param undecided those that no row takes any more, though one did
 */
public record Tally(
        long decided,
        long changed,
        long changedAccounts,
        BigDecimal changedAmount,
        long reasonChanges,
        long overridden,
        long overrideDiffers,
        long undecided) {}
