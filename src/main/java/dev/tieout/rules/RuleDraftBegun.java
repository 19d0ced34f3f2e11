package dev.tieout.rules;

/**
 * A person goes on from a version in a new draft; published inside the transaction.
 *
 * @param from the version whose rows it begins with
 */
public record RuleDraftBegun(PinnedTable from, PinnedTable draft) {}
