/** How closes, contributions and sign-offs are kept. */
@NullMarked
package dev.tieout.closing.internal;

import org.jspecify.annotations.NullMarked;
