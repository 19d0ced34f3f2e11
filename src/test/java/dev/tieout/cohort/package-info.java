@NullMarked
package dev.tieout.cohort;

import org.jspecify.annotations.NullMarked;
