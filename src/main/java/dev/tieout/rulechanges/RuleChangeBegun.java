package dev.tieout.rulechanges;

import dev.tieout.rules.PinnedTable;

/** A submitted version sets out on its way, for the first time or anew; published inside the transaction. */
public record RuleChangeBegun(PinnedTable version) {}
