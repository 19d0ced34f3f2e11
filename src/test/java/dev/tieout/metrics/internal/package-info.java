@NullMarked
package dev.tieout.metrics.internal;

import org.jspecify.annotations.NullMarked;
