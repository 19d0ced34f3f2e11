@NullMarked
package dev.tieout.verification.internal;

import org.jspecify.annotations.NullMarked;
