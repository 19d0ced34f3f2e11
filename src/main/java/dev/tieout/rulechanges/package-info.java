/**
 * A submitted version of a rule table on its way to a decision: analysed once more, tried on the published periods, decided about by
 * another person in a task, and sent back with the comment when it is rejected.
 */
@NullMarked
@ApplicationModule(displayName = "Rule changes")
package dev.tieout.rulechanges;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
