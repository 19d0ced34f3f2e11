/** Lineage over REST. */
@NullMarked
package dev.tieout.lineage.rest;

import org.jspecify.annotations.NullMarked;
