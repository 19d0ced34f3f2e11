/** How versions are made, kept and read back. */
@NullMarked
package dev.tieout.publication.internal;

import org.jspecify.annotations.NullMarked;
