/** Organisations and people over REST. */
@NullMarked
package dev.tieout.organisation.rest;

import org.jspecify.annotations.NullMarked;
