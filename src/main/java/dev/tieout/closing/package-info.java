/** The close: one period of one organisation from open to final, its state, its pinned policy and rules, who had a hand in it and who signed. */
@NullMarked
@ApplicationModule(displayName = "Closing")
package dev.tieout.closing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
