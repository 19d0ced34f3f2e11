package dev.tieout.reconciliation.rest;

import dev.tieout.reconciliation.GlAccount;
import dev.tieout.terms.Money;
import org.jspecify.annotations.Nullable;

/** The postings of one GL account in one currency. */
record GlAnswer(
        @Nullable String glAccount,
        String currency,
        long postings,
        long accounts,
        String amount,
        String before,
        String after) {

    static GlAnswer of(GlAccount account) {
        return new GlAnswer(
                account.glAccount(),
                account.currency(),
                account.postings(),
                account.accounts(),
                new Money(account.amount(), account.currency()).text(),
                new Money(account.before(), account.currency()).text(),
                new Money(account.after(), account.currency()).text());
    }
}
