/**
 * Corrections after close: a note that one person raises about a final close and another approves, seen beforehand with everything that
 * it moves, and applied with the rules that the close had. Later periods follow in order.
 */
@NullMarked
@ApplicationModule(displayName = "Corrections")
package dev.tieout.corrections;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
