/** Findings and follow-ups over REST. */
@NullMarked
package dev.tieout.findings.rest;

import org.jspecify.annotations.NullMarked;
