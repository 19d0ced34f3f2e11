/** Work that waits for a person: who may take it, who holds it, and how it was decided. */
@NullMarked
@ApplicationModule(displayName = "Tasks")
package dev.tieout.tasks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
