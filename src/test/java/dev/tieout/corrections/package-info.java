@NullMarked
package dev.tieout.corrections;

import org.jspecify.annotations.NullMarked;
