@NullMarked
package dev.tieout.backpostings.internal;

import org.jspecify.annotations.NullMarked;
