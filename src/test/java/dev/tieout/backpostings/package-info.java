@NullMarked
package dev.tieout.backpostings;

import org.jspecify.annotations.NullMarked;
