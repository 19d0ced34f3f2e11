/** The trail over REST. */
@NullMarked
package dev.tieout.audit.rest;

import org.jspecify.annotations.NullMarked;
