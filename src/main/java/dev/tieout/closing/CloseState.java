package dev.tieout.closing;

/** Where a close stands, as people and scripts see it. The engine knows more detail; this is what the database says. */
public enum CloseState {
    OPEN,
    AWAITING_SOURCES,
    CLASSIFYING,
    IN_REVIEW,
    RECONCILING,
    PROVISIONAL,
    FINAL,
    REJECTED,
    FAILED
}
