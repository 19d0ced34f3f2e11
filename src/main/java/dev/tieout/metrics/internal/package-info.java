/** How figures are computed, checked and read. */
@NullMarked
package dev.tieout.metrics.internal;

import org.jspecify.annotations.NullMarked;
