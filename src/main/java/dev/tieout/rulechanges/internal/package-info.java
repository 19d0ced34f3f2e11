/** Where each submitted version stands, and the decision about it. */
@NullMarked
package dev.tieout.rulechanges.internal;

import org.jspecify.annotations.NullMarked;
