/** Proposed rows on screen. */
@NullMarked
package dev.tieout.learning.ui;

import org.jspecify.annotations.NullMarked;
