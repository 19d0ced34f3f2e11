@NullMarked
package dev.tieout.lens;

import org.jspecify.annotations.NullMarked;
