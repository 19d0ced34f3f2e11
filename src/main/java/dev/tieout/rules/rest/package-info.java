/** Rule tables over REST. */
@NullMarked
package dev.tieout.rules.rest;

import org.jspecify.annotations.NullMarked;
