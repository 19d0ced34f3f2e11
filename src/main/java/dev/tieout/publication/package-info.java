/** Immutable numbered versions of a period's report, with everything needed to say how each number came about. */
@NullMarked
@ApplicationModule(displayName = "Publication")
package dev.tieout.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
