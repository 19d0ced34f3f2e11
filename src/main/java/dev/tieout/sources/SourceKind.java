package dev.tieout.sources;

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
    RATES
}
