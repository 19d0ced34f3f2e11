/** The definition lens over REST. */
@NullMarked
package dev.tieout.lens.rest;

import org.jspecify.annotations.NullMarked;
