/** Rule tables on screen: as a table and as sentences. */
@NullMarked
package dev.tieout.rules.ui;

import org.jspecify.annotations.NullMarked;
