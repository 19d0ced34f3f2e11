@NullMarked
package dev.tieout.movements;

import org.jspecify.annotations.NullMarked;
