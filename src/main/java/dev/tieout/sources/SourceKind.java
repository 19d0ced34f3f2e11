package dev.tieout.sources;

import dev.tieout.closing.SignOff;

/** What a file tells about a period. */
public enum SourceKind {
    /** The opening snapshot, for an organisation's first period only. */
    OPENING,
    /** What each line recurs at when the period ends. */
    BILLING,
    /** Ledger postings. */
    LEDGER,
    /** Ending recurring amounts as another system reports them. */
    RETAINED,
    /** Accounts with their attributes. */
    ACCOUNTS,
    /** Exchange rates into the reporting currency. */
    RATES,
    /** Accounts and lines that moved to another billing system, with their ids before and after. */
    MIGRATION;

    /**
     * What is no longer signed for when such a file comes: movements follow from all of these but the other two legs of the tie-out, and
     * those touch publication only.
     */
    public SignOff.Kind touches() {
        return this == LEDGER || this == RETAINED ? SignOff.Kind.PUBLICATION : SignOff.Kind.CLASSIFICATION;
    }
}
