/** One close on one page: what every feature knows about it, put together for people and scripts. */
@NullMarked
@ApplicationModule(displayName = "Console")
package dev.tieout.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
