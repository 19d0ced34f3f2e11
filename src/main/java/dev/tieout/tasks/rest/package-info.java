/** Tasks over REST. */
@NullMarked
package dev.tieout.tasks.rest;

import org.jspecify.annotations.NullMarked;
