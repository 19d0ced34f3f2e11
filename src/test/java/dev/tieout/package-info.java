/** What tests of several modules share. */
@NullMarked
package dev.tieout;

import org.jspecify.annotations.NullMarked;
