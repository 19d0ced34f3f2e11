/** Back-posting notes over REST. */
@NullMarked
package dev.tieout.backpostings.rest;

import org.jspecify.annotations.NullMarked;
