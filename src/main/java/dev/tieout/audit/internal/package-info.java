/** Canonical rows, hashes, storage. */
@NullMarked
package dev.tieout.audit.internal;

import org.jspecify.annotations.NullMarked;
