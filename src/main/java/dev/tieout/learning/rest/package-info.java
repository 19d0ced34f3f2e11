/** Proposed rows over REST. */
@NullMarked
package dev.tieout.learning.rest;

import org.jspecify.annotations.NullMarked;
