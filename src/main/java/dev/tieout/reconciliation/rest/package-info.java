/** The tie-out over REST. */
@NullMarked
package dev.tieout.reconciliation.rest;

import org.jspecify.annotations.NullMarked;
