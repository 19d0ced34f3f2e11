/** How overrides become proposals. */
@NullMarked
package dev.tieout.learning.internal;

import org.jspecify.annotations.NullMarked;
