@NullMarked
package dev.tieout.sources;

import org.jspecify.annotations.NullMarked;
