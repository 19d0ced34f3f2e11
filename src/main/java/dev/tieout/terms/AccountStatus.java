package dev.tieout.terms;

/** The state of a line or an account at period close, after the status crosswalk has translated the billing system's word. */
public enum AccountStatus {
    ACTIVE,
    TRIAL,
    PAST_DUE,
    PAUSED,
    RENEWAL_PENDING,
    CANCELLED,
    EXPIRED,
    UNPAID,
    /** A cohort account that a complete snapshot does not mention. Never comes from a file. */
    ABSENT
}
