/** The opening cohort, frozen at period open, and the closing balances that the next period opens from. */
@NullMarked
@ApplicationModule(displayName = "Cohort")
package dev.tieout.cohort;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
