/** Opening to closing of every account: the facts, the decision table's verdict, and people's overrides and exclusions. */
@NullMarked
@ApplicationModule(displayName = "Movements")
package dev.tieout.movements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
