@NullMarked
package dev.tieout.bench.internal;

import org.jspecify.annotations.NullMarked;
