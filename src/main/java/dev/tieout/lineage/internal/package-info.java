/** Reads lineage from the tables of closes and of published versions. */
@NullMarked
package dev.tieout.lineage.internal;

import org.jspecify.annotations.NullMarked;
