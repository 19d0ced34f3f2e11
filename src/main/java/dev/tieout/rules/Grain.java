package dev.tieout.rules;

/** What one movement stands for. */
public enum Grain {
    /** An account, net of its lines. */
    ACCOUNT,
    /** One recurring stream of an account. */
    LINE
}
