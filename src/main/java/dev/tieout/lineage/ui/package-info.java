/** Pages from a figure to its movements and on to their files and lines. */
@NullMarked
package dev.tieout.lineage.ui;

import org.jspecify.annotations.NullMarked;
