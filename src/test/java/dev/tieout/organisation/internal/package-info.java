@NullMarked
package dev.tieout.organisation.internal;

import org.jspecify.annotations.NullMarked;
