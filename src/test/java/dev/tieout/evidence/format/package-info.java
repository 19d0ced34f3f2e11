@NullMarked
package dev.tieout.evidence.format;

import org.jspecify.annotations.NullMarked;
