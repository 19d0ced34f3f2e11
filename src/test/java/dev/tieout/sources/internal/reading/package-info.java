@NullMarked
package dev.tieout.sources.internal.reading;

import org.jspecify.annotations.NullMarked;
