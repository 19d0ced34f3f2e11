/** Keeps what a version's evidence needs, and writes and signs the packs. */
@NullMarked
package dev.tieout.evidence.internal;

import org.jspecify.annotations.NullMarked;
