/** How files are read, judged row by row and stored. */
@NullMarked
package dev.tieout.sources.internal;

import org.jspecify.annotations.NullMarked;
