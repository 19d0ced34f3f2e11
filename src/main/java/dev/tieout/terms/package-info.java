/**
 * The words that every module shares: period, movement class, reason, account status, money, ratio, refusal.
 *
 * <p>Nothing here knows of a framework, a table or another module.
 */
@NullMarked
@ApplicationModule(displayName = "Terms", type = ApplicationModule.Type.OPEN)
package dev.tieout.terms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
