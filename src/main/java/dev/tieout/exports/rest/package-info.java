/** Exports and share links over REST. */
@NullMarked
package dev.tieout.exports.rest;

import org.jspecify.annotations.NullMarked;
