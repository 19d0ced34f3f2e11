package dev.tieout.rules;

/** What the metric policy makes of a paused account or line. */
public enum PauseTreatment {
    /** Its recurring amount is carried: the fact comes with its opening amount as closing. */
    KEEP,
    CONTRACTION,
    CHURN
}
