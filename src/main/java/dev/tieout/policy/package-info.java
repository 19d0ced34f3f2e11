/** The metric policy: the versioned, approved choices that give the numbers their meaning. A close pins one version. */
@NullMarked
@ApplicationModule(displayName = "Metric policy")
package dev.tieout.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
