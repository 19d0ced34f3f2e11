/**
 * Learning from overrides: what people decided against the movement table, grouped by what the accounts have in common, as rows that the
 * table could have had. Nothing here decides: a proposal becomes a draft, and goes the way of every draft.
 */
@NullMarked
@ApplicationModule(displayName = "Learning from overrides")
package dev.tieout.learning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
