/** Changes of rules over REST. */
@NullMarked
package dev.tieout.rulechanges.rest;

import org.jspecify.annotations.NullMarked;
