/** NRR, GRR, logo retention and the bridge, in total and per slice, and the invariants that must hold before anything is published. */
@NullMarked
@ApplicationModule(displayName = "Metrics")
package dev.tieout.metrics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
