/**
 * Versioned decision tables: they say which class and reason a movement has, what probably caused a variance, and what a billing
 * system's status word means.
 *
 * <p>A close pins one approved version of each table ({@link PinnedTable}) and every decision names the table, version and row that
 * took it. The tables in {@code rules/} at the root of the project are version 1 of every organisation. People own the data cells;
 * the header rows are code and ours.
 */
@NullMarked
@ApplicationModule(displayName = "Rules")
package dev.tieout.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
