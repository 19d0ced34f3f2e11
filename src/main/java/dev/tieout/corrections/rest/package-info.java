/** Corrections over REST. */
@NullMarked
package dev.tieout.corrections.rest;

import org.jspecify.annotations.NullMarked;
