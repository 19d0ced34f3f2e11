@NullMarked
package dev.tieout.learning;

import org.jspecify.annotations.NullMarked;
