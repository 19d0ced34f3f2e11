package dev.tieout.rules;

/**
 * What is known of one account whose three legs do not agree: billing (B), ledger (L) and retained balance (R).
 *
 * @param id tells the fact apart within its batch
 * @param inBilling the account stands in the billing snapshot
 * @param inLedger the account has ledger postings
 * @param inRetained the account stands in the retained-balance report
 * @param billingLessLedger sign of B − L: -1, 0 or 1, 0 within tolerance
 * @param billingLessRetained sign of B − R
 * @param ledgerLessRetained sign of L − R
 * @param postedInAdjacentPeriod the same amount was posted in the period before or after
 * @param overriddenOrExcluded a person overrode or excluded the account in this close
 * @param rejectedRow an import of this close rejected a row of the account
 * @param duplicateReported an import of this close reported a second copy for the account
 * @param discountChanged the recurring discount differs from period open
 * @param currencyDiffers the legs stand in different currencies
 * @param renewalPending the account's renewal is late
 * @param material the difference reaches the policy's materiality
 */
public record VarianceFact(
        long id,
        boolean inBilling,
        boolean inLedger,
        boolean inRetained,
        int billingLessLedger,
        int billingLessRetained,
        int ledgerLessRetained,
        boolean postedInAdjacentPeriod,
        boolean overriddenOrExcluded,
        boolean rejectedRow,
        boolean duplicateReported,
        boolean discountChanged,
        boolean currencyDiffers,
        boolean renewalPending,
        boolean material) {}
