@NullMarked
package dev.tieout.lens.internal;

import org.jspecify.annotations.NullMarked;
