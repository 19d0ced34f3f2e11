/** The policy over REST. */
@NullMarked
package dev.tieout.policy.rest;

import org.jspecify.annotations.NullMarked;
