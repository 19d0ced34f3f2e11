/**
 * The demo organisations of the local profile. {@code acme} has three months, made by a small deterministic generator and closed through
 * the same services that people use; {@code globex} is empty.
 */
@NullMarked
@ApplicationModule(displayName = "Demo")
package dev.tieout.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
