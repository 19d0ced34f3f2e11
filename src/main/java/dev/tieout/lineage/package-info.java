/**
 * From a reported figure to the lines of the files it comes from: the movements that a figure sums up, and the source rows behind each, as
 * they are now and as they were published.
 */
@NullMarked
@ApplicationModule(displayName = "Lineage")
package dev.tieout.lineage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
