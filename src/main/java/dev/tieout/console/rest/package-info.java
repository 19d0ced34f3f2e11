/** Closes over REST. */
@NullMarked
package dev.tieout.console.rest;

import org.jspecify.annotations.NullMarked;
