/** Reports over REST, as JSON and CSV. */
@NullMarked
package dev.tieout.publication.rest;

import org.jspecify.annotations.NullMarked;
