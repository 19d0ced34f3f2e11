/**
 * The benchmark behind {@code ./tieout bench}: what an import and a close cost beside the plain SQL that they cannot do without, on one
 * database in one run. Only in the profile of that name; a running Tieout has none of it.
 */
@NullMarked
@ApplicationModule(displayName = "Benchmark")
package dev.tieout.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
