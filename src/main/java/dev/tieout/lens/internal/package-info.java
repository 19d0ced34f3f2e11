/** How versions are read by packs, and what is kept of it. */
@NullMarked
package dev.tieout.lens.internal;

import org.jspecify.annotations.NullMarked;
