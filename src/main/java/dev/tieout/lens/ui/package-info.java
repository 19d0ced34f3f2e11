/** The definition lens on screen. */
@NullMarked
package dev.tieout.lens.ui;

import org.jspecify.annotations.NullMarked;
