package dev.tieout.rules;

/** Why billing, ledger and retained balance differ for an account. */
public enum VarianceCause {
    /** Posted in the period before or after. */
    TIMING,
    /** Stands in one leg only. */
    POSTING,
    /** An override, an exclusion or a reject explains it. */
    CLASSIFICATION,
    /** A second copy was reported. */
    DUPLICATE,
    /** The legs stand in different currencies. */
    FX,
    /** A recurring discount began, ended or changed. */
    DISCOUNT,
    /** A renewal that one leg has booked and another has not. */
    MISSING_RENEWAL,
    /** No row of the table took it: a person finds out. */
    UNKNOWN
}
