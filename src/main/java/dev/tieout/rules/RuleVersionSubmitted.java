package dev.tieout.rules;

/** A version was handed over for approval; published inside the transaction. */
public record RuleVersionSubmitted(PinnedTable version) {}
