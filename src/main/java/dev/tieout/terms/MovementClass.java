package dev.tieout.terms;

/** What an account did between period open and period close. Every movement has exactly one. */
public enum MovementClass {
    /** No recurring revenue at open and never before (or longer ago than the policy's window); revenue at close. Outside NRR. */
    NEW,
    /** Was a customer before, had none at open, has some at close. Outside the cohort; its own line of the bridge. */
    REACTIVATION,
    /** In the cohort, closes above its opening. */
    EXPANSION,
    /** In the cohort, closes below its opening and stays. */
    CONTRACTION,
    /** In the cohort, closes at nothing. */
    CHURN,
    /** In the cohort, carried at the same amount. */
    RENEWAL,
    /** No row of the decision table took it. An error state that blocks approval. */
    UNCLASSIFIED
}
