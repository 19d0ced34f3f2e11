@NullMarked
package dev.tieout.metrics;

import org.jspecify.annotations.NullMarked;
