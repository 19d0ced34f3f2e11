/** Reports over REST, as JSON. Their files are the exports module's. */
@NullMarked
package dev.tieout.publication.rest;

import org.jspecify.annotations.NullMarked;
