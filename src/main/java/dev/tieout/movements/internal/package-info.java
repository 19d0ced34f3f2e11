/** How movements are built, classified, decided on and read. */
@NullMarked
package dev.tieout.movements.internal;

import org.jspecify.annotations.NullMarked;
