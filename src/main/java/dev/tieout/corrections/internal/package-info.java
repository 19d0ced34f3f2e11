/** How notes are checked, rehearsed, kept and applied. */
@NullMarked
package dev.tieout.corrections.internal;

import org.jspecify.annotations.NullMarked;
