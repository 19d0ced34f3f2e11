@NullMarked
package dev.tieout.sources.internal;

import org.jspecify.annotations.NullMarked;
