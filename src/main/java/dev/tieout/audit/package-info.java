/** The trail: one row per change of state, in the transaction of the change, append-only and hash-chained per organisation. */
@NullMarked
@ApplicationModule(displayName = "Audit")
package dev.tieout.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
