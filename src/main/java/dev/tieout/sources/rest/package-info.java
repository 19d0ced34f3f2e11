/** Source files over REST. */
@NullMarked
package dev.tieout.sources.rest;

import org.jspecify.annotations.NullMarked;
