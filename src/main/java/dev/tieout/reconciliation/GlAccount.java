package dev.tieout.reconciliation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The ledger leg of a close by general-ledger account and currency, excluded accounts left out, beside the same of the periods around
 * it. Of a quarter or year each period counts by its last month, as the ledger leg does.
 *
 * @param glAccount null for postings that name none
 * @param postings of this period
 * @param accounts customers that they are for
 * @param amount of this period; all of them give the ledger leg in total
 * @param before of the period before
 * @param after of the period after: late postings that wait for it, and its own
 */
public record GlAccount(
        @Nullable String glAccount,
        String currency,
        long postings,
        long accounts,
        BigDecimal amount,
        BigDecimal before,
        BigDecimal after) {}
