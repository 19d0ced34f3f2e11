/** Whole closes through the real application, engine and database: over REST alone, and in a real browser. */
@NullMarked
package dev.tieout.journey;

import org.jspecify.annotations.NullMarked;
